CREATE TABLE `bounces` (
	`id` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`message_id` text DEFAULT '' NOT NULL,
	`read_at` integer NOT NULL,
	`letter_id` text,
	`address_id` text,
	`verdict` text,
	`status` text DEFAULT '' NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`fault` text,
	`seen_at` integer,
	FOREIGN KEY (`letter_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`address_id`) REFERENCES `person_addresses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "a_letter_or_a_fault" CHECK(("bounces"."letter_id" is null) = ("bounces"."fault" is not null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `bounces_sha256_unique` ON `bounces` (`sha256`);--> statement-breakpoint
CREATE INDEX `bounces_by_letter` ON `bounces` (`letter_id`);--> statement-breakpoint
ALTER TABLE `messages` ADD `address_id` text REFERENCES person_addresses(id);--> statement-breakpoint
ALTER TABLE `person_addresses` ADD `bounced_at` integer;