CREATE INDEX `project_message_letters_by_participant` ON `project_message_letters` (`participant_id`);--> statement-breakpoint
CREATE INDEX `participants_by_person` ON `participants` (`person_id`);--> statement-breakpoint
CREATE INDEX `addresses_by_person` ON `person_addresses` (`person_id`);