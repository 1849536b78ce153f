CREATE TABLE `column_parts` (
	`set_id` text NOT NULL,
	`part` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`set_id`, `part`),
	FOREIGN KEY (`set_id`) REFERENCES `column_sets`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `column_sets` (
	`id` text PRIMARY KEY NOT NULL,
	`from_wave_id` text NOT NULL,
	`to_wave_id` text NOT NULL,
	`header` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`from_wave_id`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_wave_id`) REFERENCES `waves`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `one_set_per_pair_of_waves` ON `column_sets` (`from_wave_id`,`to_wave_id`);--> statement-breakpoint
CREATE TRIGGER `column_sets_whole` BEFORE DELETE ON `column_sets`
BEGIN DELETE FROM `column_parts` WHERE `set_id` = OLD.`id`; END;
--> statement-breakpoint
CREATE TRIGGER `columns_follow_new_responses` AFTER INSERT ON `responses`
BEGIN DELETE FROM `column_sets` WHERE (SELECT `wave_id` FROM `invitations` WHERE `id` = NEW.`invitation_id`) IN (`from_wave_id`, `to_wave_id`); END;
--> statement-breakpoint
CREATE TRIGGER `columns_follow_erased_responses` AFTER DELETE ON `responses`
BEGIN DELETE FROM `column_sets` WHERE (SELECT `wave_id` FROM `invitations` WHERE `id` = OLD.`invitation_id`) IN (`from_wave_id`, `to_wave_id`); END;
--> statement-breakpoint
CREATE TRIGGER `columns_follow_new_invitations` AFTER INSERT ON `invitations`
BEGIN DELETE FROM `column_sets` WHERE NEW.`wave_id` IN (`from_wave_id`, `to_wave_id`); END;
--> statement-breakpoint
CREATE TRIGGER `columns_follow_changed_invitations` AFTER UPDATE OF `wave_id`, `participant_id`, `seat_id` ON `invitations`
BEGIN DELETE FROM `column_sets` WHERE NEW.`wave_id` IN (`from_wave_id`, `to_wave_id`) OR OLD.`wave_id` IN (`from_wave_id`, `to_wave_id`); END;
--> statement-breakpoint
CREATE TRIGGER `columns_follow_erased_invitations` AFTER DELETE ON `invitations`
BEGIN DELETE FROM `column_sets` WHERE OLD.`wave_id` IN (`from_wave_id`, `to_wave_id`); END;
--> statement-breakpoint
CREATE TRIGGER `columns_follow_seats` AFTER UPDATE OF `municipality_code`, `actor_group` ON `seats`
BEGIN DELETE FROM `column_sets` WHERE `from_wave_id` IN (SELECT `id` FROM `waves` WHERE `project_id` = NEW.`project_id`); END;
