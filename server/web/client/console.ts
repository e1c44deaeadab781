/**
 * The staff console as its page loads it.
 */
import './console.css'
import { AgenciesView } from './agencies-view.ts'
import { ChatView } from './chat-view.ts'
import { Composer } from './composer.ts'
import { DispatchCard } from './dispatch-card.ts'
import { DocumentPane } from './document-pane.ts'
import { defineElement } from './elements.ts'
import { AnswerFeedback } from './feedback.ts'
import { OutlineView } from './outline-view.ts'
import { PolicyConsole } from './policy-console.ts'
import { SideBar } from './side-bar.ts'
import { TargetsView } from './targets-view.ts'

defineElement('policy-composer', Composer)
defineElement('policy-feedback', AnswerFeedback)
defineElement('policy-dispatch', DispatchCard)
defineElement('policy-chat-view', ChatView)
defineElement('policy-document', DocumentPane)
defineElement('policy-outline', OutlineView)
defineElement('policy-targets', TargetsView)
defineElement('policy-agencies', AgenciesView)
defineElement('policy-side-bar', SideBar)
defineElement('policy-console', PolicyConsole)
