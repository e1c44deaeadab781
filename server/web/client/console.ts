/**
 * The staff console as its page loads it.
 */
import './console.css'
import { Composer } from './answer/composer.ts'
import { AnswerFeedback } from './answer/feedback.ts'
import { RetryButton } from './answer/retry-button.ts'
import { defineElement } from './common/elements.ts'
import { ChatView } from './console/chat-view.ts'
import { DispatchCard } from './console/dispatch-card.ts'
import { PolicyConsole } from './console/policy-console.ts'
import { SideBar } from './console/side-bar.ts'
import { AgenciesView } from './reading/agencies-view.ts'
import { DocumentPane } from './reading/document-pane.ts'
import { OutlineView } from './reading/outline-view.ts'
import { TargetsView } from './reading/targets-view.ts'

defineElement('policy-composer', Composer)
defineElement('policy-feedback', AnswerFeedback)
defineElement('policy-retry', RetryButton)
defineElement('policy-dispatch', DispatchCard)
defineElement('policy-chat-view', ChatView)
defineElement('policy-document', DocumentPane)
defineElement('policy-outline', OutlineView)
defineElement('policy-targets', TargetsView)
defineElement('policy-agencies', AgenciesView)
defineElement('policy-side-bar', SideBar)
defineElement('policy-console', PolicyConsole)
