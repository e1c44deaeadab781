CREATE TABLE `answers` (
	`id` text PRIMARY KEY NOT NULL,
	`conversationId` text NOT NULL,
	`askedAt` text NOT NULL,
	`asker` text NOT NULL,
	`entrance` text NOT NULL,
	`outcome` text NOT NULL,
	`mode` text NOT NULL,
	`lang` text NOT NULL,
	`answer` text NOT NULL,
	`corpus` text NOT NULL,
	`milliseconds` real NOT NULL,
	`tokensInput` integer NOT NULL,
	`tokensOutput` integer NOT NULL,
	`reviewedAt` text,
	`reviewedBy` text,
	FOREIGN KEY (`conversationId`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `answers_of_conversation` ON `answers` (`conversationId`,`askedAt`);--> statement-breakpoint
CREATE INDEX `answers_newest` ON `answers` (`askedAt`,`id`);--> statement-breakpoint
CREATE INDEX `answers_by_outcome` ON `answers` (`outcome`,`askedAt`);--> statement-breakpoint
CREATE TABLE `approvals` (
	`id` text PRIMARY KEY NOT NULL,
	`question` text NOT NULL,
	`questionKey` text NOT NULL,
	`documentId` text NOT NULL,
	`clauseId` text NOT NULL,
	`clauseDigest` text NOT NULL,
	`approvedBy` text NOT NULL,
	`approvedAt` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `approvals_questionKey_unique` ON `approvals` (`questionKey`);--> statement-breakpoint
CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`subject` text,
	`detail` text
);
--> statement-breakpoint
CREATE INDEX `audit_newest` ON `audit` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `audit_of` ON `audit` (`subject`,`action`);--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` text PRIMARY KEY NOT NULL,
	`startedAt` text NOT NULL,
	`lastAskedAt` text NOT NULL,
	`turns` integer NOT NULL,
	`firstQuestion` text NOT NULL,
	`outcome` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `conversations_newest` ON `conversations` (`lastAskedAt`,`id`);--> statement-breakpoint
CREATE TABLE `feedback` (
	`answerId` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`rating` text NOT NULL,
	`comment` text,
	`receivedAt` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `feedback_newest` ON `feedback` (`receivedAt`,`answerId`);--> statement-breakpoint
CREATE TABLE `probes` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`startedAt` text NOT NULL,
	`expiresAt` text NOT NULL
);
