CREATE TABLE `letter_templates` (
	`project_id` text NOT NULL,
	`kind` text NOT NULL,
	`language` text NOT NULL,
	`version` integer NOT NULL,
	`subject` text,
	`body` text,
	`written_at` integer NOT NULL,
	`written_by` text NOT NULL,
	PRIMARY KEY(`project_id`, `kind`, `language`, `version`),
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "whole_or_standard" CHECK(("letter_templates"."subject" is null) = ("letter_templates"."body" is null))
) STRICT;
--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL,
	`queued_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`message_id` text NOT NULL,
	`outcome` text DEFAULT '' NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_message_id_unique` ON `notices` (`message_id`);--> statement-breakpoint
CREATE INDEX `notices_by_state` ON `notices` (`state`,`due_at`);--> statement-breakpoint
CREATE TABLE `project_message_letters` (
	`notice_id` text PRIMARY KEY NOT NULL,
	`project_message_id` text NOT NULL,
	`participant_id` text NOT NULL,
	FOREIGN KEY (`notice_id`) REFERENCES `notices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project_message_id`) REFERENCES `project_messages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `one_letter_per_project_message` ON `project_message_letters` (`project_message_id`,`participant_id`);--> statement-breakpoint
CREATE TABLE `project_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`subject_sv` text NOT NULL,
	`body_sv` text NOT NULL,
	`subject_en` text NOT NULL,
	`body_en` text NOT NULL,
	`written_at` integer NOT NULL,
	`written_by` text NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `one_project_message_per_ordinal` ON `project_messages` (`project_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `staff_letters` (
	`notice_id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`kind` text NOT NULL,
	`ordinal` integer NOT NULL,
	FOREIGN KEY (`notice_id`) REFERENCES `notices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `one_staff_letter_per_ordinal` ON `staff_letters` (`staff_id`,`kind`,`ordinal`);--> statement-breakpoint
CREATE TABLE `staff_tokens` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`staff_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`spent_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `staff_tokens_by_staff` ON `staff_tokens` (`staff_id`);--> statement-breakpoint
ALTER TABLE `projects` ADD `sends_thanks` integer DEFAULT false NOT NULL;
--> statement-breakpoint
CREATE TRIGGER `letter_templates_frozen` BEFORE UPDATE ON `letter_templates`
BEGIN SELECT RAISE(ABORT, 'an edition of a letter never changes: write a new one'); END;
--> statement-breakpoint
CREATE TRIGGER `letter_templates_kept` BEFORE DELETE ON `letter_templates`
BEGIN SELECT RAISE(ABORT, 'every edition is kept'); END;
--> statement-breakpoint
CREATE TRIGGER `project_messages_frozen` BEFORE UPDATE ON `project_messages`
BEGIN SELECT RAISE(ABORT, 'a message to a project never changes: it has been read'); END;
--> statement-breakpoint
CREATE TRIGGER `project_messages_kept` BEFORE DELETE ON `project_messages`
BEGIN SELECT RAISE(ABORT, 'every message to a project is kept'); END;
