CREATE TABLE `drafts` (
	`invitation_id` text PRIMARY KEY NOT NULL,
	`language` text NOT NULL,
	`answers` text NOT NULL,
	`started_at` integer NOT NULL,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "draft_is_json" CHECK(json_valid("drafts"."answers"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`details` text DEFAULT '{}' NOT NULL,
	CONSTRAINT "details_are_json" CHECK(json_valid("events"."details"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `events_by_subject` ON `events` (`subject`);--> statement-breakpoint
CREATE TABLE `grants` (
	`staff_id` text NOT NULL,
	`role` text NOT NULL,
	`project_id` text NOT NULL,
	`municipality_code` text NOT NULL,
	PRIMARY KEY(`staff_id`, `role`, `project_id`, `municipality_code`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`wave_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`quiet_at` integer,
	FOREIGN KEY (`wave_id`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`participant_id`) REFERENCES `participants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `one_invitation_per_wave` ON `invitations` (`wave_id`,`participant_id`);--> statement-breakpoint
CREATE INDEX `invitations_by_participant` ON `invitations` (`participant_id`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`invitation_id` text NOT NULL,
	`kind` text NOT NULL,
	`ordinal` integer NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL,
	`queued_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`message_id` text NOT NULL,
	`outcome` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_message_id_unique` ON `messages` (`message_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_message_per_kind_and_ordinal` ON `messages` (`invitation_id`,`kind`,`ordinal`);--> statement-breakpoint
CREATE INDEX `messages_by_state` ON `messages` (`state`,`due_at`);--> statement-breakpoint
CREATE TABLE `municipalities` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`county_code` text DEFAULT '' NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `participants` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`person_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`pseudonym` text NOT NULL,
	`joined_at` integer NOT NULL,
	`left_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `participants_pseudonym_unique` ON `participants` (`pseudonym`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_participant_per_person` ON `participants` (`project_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `participants_by_seat` ON `participants` (`seat_id`);--> statement-breakpoint
CREATE TABLE `person_addresses` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`address_sealed` blob NOT NULL,
	`address_key` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `one_current_address` ON `person_addresses` (`person_id`) WHERE "person_addresses"."valid_to" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `one_person_per_current_address` ON `person_addresses` (`address_key`) WHERE "person_addresses"."valid_to" is null;--> statement-breakpoint
CREATE TABLE `persons` (
	`id` text PRIMARY KEY NOT NULL,
	`name_sealed` blob NOT NULL,
	`language` text NOT NULL,
	`created_at` integer NOT NULL,
	`erased_at` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `programme_municipalities` (
	`programme_id` text NOT NULL,
	`municipality_code` text NOT NULL,
	PRIMARY KEY(`programme_id`, `municipality_code`),
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`municipality_code`) REFERENCES `municipalities`(`code`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `programmes` (
	`id` text PRIMARY KEY NOT NULL,
	`name_sv` text NOT NULL,
	`name_en` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `project_municipalities` (
	`project_id` text NOT NULL,
	`municipality_code` text NOT NULL,
	PRIMARY KEY(`project_id`, `municipality_code`),
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`municipality_code`) REFERENCES `municipalities`(`code`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `projects` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`slug` text NOT NULL,
	`name_sv` text NOT NULL,
	`name_en` text NOT NULL,
	`about_sv` text DEFAULT '' NOT NULL,
	`about_en` text DEFAULT '' NOT NULL,
	`organisation` text NOT NULL,
	`contact_email` text NOT NULL,
	`is_demo` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `projects_slug_unique` ON `projects` (`slug`);--> statement-breakpoint
CREATE TABLE `questionnaire_versions` (
	`questionnaire_id` text NOT NULL,
	`version` integer NOT NULL,
	`sha256` text NOT NULL,
	`definition` text NOT NULL,
	`published_at` integer NOT NULL,
	PRIMARY KEY(`questionnaire_id`, `version`),
	CONSTRAINT "definition_is_json" CHECK(json_valid("questionnaire_versions"."definition"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `responses` (
	`id` text PRIMARY KEY NOT NULL,
	`invitation_id` text NOT NULL,
	`questionnaire_id` text NOT NULL,
	`questionnaire_version` integer NOT NULL,
	`language` text NOT NULL,
	`mode` text NOT NULL,
	`answers` text NOT NULL,
	`sha256` text NOT NULL,
	`receipt` text NOT NULL,
	`submitted_at` integer NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`questionnaire_id`,`questionnaire_version`) REFERENCES `questionnaire_versions`(`questionnaire_id`,`version`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "answers_are_json" CHECK(json_valid("responses"."answers"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `responses_receipt_unique` ON `responses` (`receipt`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_response_per_invitation` ON `responses` (`invitation_id`);--> statement-breakpoint
CREATE TABLE `seats` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`municipality_code` text NOT NULL,
	`actor_group` text NOT NULL,
	`label` text NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`municipality_code`) REFERENCES `municipalities`(`code`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `one_seat_per_label` ON `seats` (`project_id`,`municipality_code`,`actor_group`,`label`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `sessions_by_staff` ON `sessions` (`staff_id`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`language` text DEFAULT 'sv' NOT NULL,
	`created_at` integer NOT NULL,
	`deactivated_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_email_unique` ON `staff` (`email`);--> statement-breakpoint
CREATE TABLE `tokens` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`invitation_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `tokens_by_invitation` ON `tokens` (`invitation_id`);--> statement-breakpoint
CREATE TABLE `waves` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`kind` text NOT NULL,
	`ordinal` integer NOT NULL,
	`questionnaire_id` text NOT NULL,
	`questionnaire_version` integer NOT NULL,
	`opens_on` text NOT NULL,
	`closes_on` text NOT NULL,
	`opened_at` integer,
	`closed_at` integer,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`questionnaire_id`,`questionnaire_version`) REFERENCES `questionnaire_versions`(`questionnaire_id`,`version`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "opens_before_closes" CHECK("waves"."opens_on" <= "waves"."closes_on")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `one_wave_per_kind` ON `waves` (`project_id`,`kind`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_wave_per_ordinal` ON `waves` (`project_id`,`ordinal`);--> statement-breakpoint
CREATE TRIGGER `questionnaire_versions_frozen` BEFORE UPDATE ON `questionnaire_versions`
BEGIN SELECT RAISE(ABORT, 'a published questionnaire version never changes: publish a new version'); END;
--> statement-breakpoint
CREATE TRIGGER `questionnaire_versions_kept` BEFORE DELETE ON `questionnaire_versions`
BEGIN SELECT RAISE(ABORT, 'a published questionnaire version is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `responses_frozen` BEFORE UPDATE ON `responses`
BEGIN SELECT RAISE(ABORT, 'a response sent in never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `events_frozen` BEFORE UPDATE ON `events`
BEGIN SELECT RAISE(ABORT, 'an event never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `events_kept` BEFORE DELETE ON `events`
BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `wave_version_frozen` BEFORE UPDATE OF `questionnaire_id`, `questionnaire_version` ON `waves`
WHEN OLD.opened_at IS NOT NULL AND (NEW.questionnaire_id <> OLD.questionnaire_id OR NEW.questionnaire_version <> OLD.questionnaire_version)
BEGIN SELECT RAISE(ABORT, 'an opened wave keeps its questionnaire version'); END;
