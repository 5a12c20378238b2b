//! The contract with the window: every command, once.
//!
//! A row says the command's name, what it asks for, what it answers, and either what the answer is made
//! of (`reads`) or what it makes stale (`changes`). [`dispatch`](crate::dispatch), the window's command
//! functions and the TypeScript contract are all expanded from these rows, so none can fall behind.

use serde::{Deserialize, Serialize};

/// A part of the portfolio, for telling which answers a change has made stale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Tag {
    /// Which file is open.
    Portfolio,
    /// Learner and programme.
    Programme,
    /// Activities and their confirmations.
    Activities,
    /// What comes again.
    Recurrences,
    /// The timer.
    Timer,
    /// Accounts.
    Reflections,
    /// Works of theory.
    Theory,
    /// How works are cited.
    CitationStyle,
    /// What is linked to what.
    Links,
    /// Files.
    Evidence,
    /// Intentions.
    Plan,
    /// The person's own reflection models.
    Models,
    /// What was typed into forms that were not sent off.
    Unfinished,
    /// Settings of this computer.
    Settings,
    /// What was deleted.
    Bin,
    /// Daily copies.
    Backups,
    /// A file from another program that waits to be looked through.
    Import,
    /// What was made to be handed in, and the choices that are kept for it.
    Exports,
}

/// Hands every command that needs no window to the macro `$receiver`.
#[macro_export]
macro_rules! with_commands {
    ($receiver:path) => {
        $receiver! {
            /// Which portfolio is open, and how much it holds.
            portfolio_status(Nothing) -> PortfolioStatus, reads [Portfolio, Reflections, Activities, Theory, Bin, Programme];
            /// What the Today room shows.
            today(Nothing) -> TodayView, reads [Reflections, Activities, Recurrences, Theory, Links, Programme, Portfolio];
            /// Keeps what is typed into the capture box, as it is typed.
            save_capture(SaveCapture) -> Saved, changes [];
            /// Turns the captured text into an activity and leaves it there.
            keep_capture(Nothing) -> Activity, changes [Activities, Bin];
            /// Turns the captured text into an activity and a reflection that is linked to it.
            write_about_capture(Nothing) -> ReflectionBegun, changes [Activities, Reflections, Links];

            /// Reflections, newest first, a page at a time.
            list_reflections(ListReflections) -> ReflectionPage, reads [Reflections, Links, Theory];
            /// One reflection with everything the writing room shows.
            reflection(ReflectionRef) -> ReflectionView, reads [Reflections, Links, Theory, Activities, Models, Evidence];
            /// Begins a reflection, linked to an activity if one is named.
            create_reflection(CreateReflection) -> ReflectionBegun, changes [Reflections, Links];
            /// Keeps the present text of a reflection.
            save_reflection(SaveReflection) -> SavedReflection, changes [Reflections];
            /// Links a reflection to a work of theory, or changes such a link.
            link_theory(LinkTheory) -> TheoryLink, changes [Links];
            /// Moves a link to a work of theory to the bin.
            unlink_theory(TheoryLinkRef) -> Done, changes [Links, Bin];
            /// Takes the passage off a link to a work of theory: it is about the whole account then.
            drop_passage(TheoryLinkRef) -> Done, changes [Links];
            /// Links a reflection to an activity.
            link_activity(ActivityLink) -> Done, changes [Links];
            /// Takes away a link to an activity.
            unlink_activity(ActivityLink) -> Done, changes [Links];
            /// Likely identifiers of people in a reflection. It warns and never alters.
            likely_identifiers(ReflectionRef) -> Identifiers, reads [Reflections];
            /// The reflection models on offer: built in, then the person's own.
            models(Nothing) -> Models, reads [Models];
            /// Keeps a person's own reflection model.
            save_model(SaveModel) -> OwnModel, changes [Models];

            /// Activities, newest first, a page at a time.
            list_activities(ListActivities) -> ActivityPage, reads [Activities, Programme, Links];
            /// The week that holds a day.
            week(WeekOf) -> WeekView, reads [Activities, Programme, Links];
            /// One activity with all that hangs on it.
            activity(ActivityRef) -> ActivityView, reads [Activities, Programme, Links, Reflections, Theory, Evidence];
            /// Keeps an activity, new or changed.
            save_activity(SaveActivity) -> ActivityRow, changes [Activities];
            /// Records what someone other than the learner said of an activity.
            record_confirmation(RecordConfirmation) -> ActivityRow, changes [Activities];
            /// Records what someone other than the learner said of several activities at once.
            confirm_activities(ConfirmActivities) -> Handled, changes [Activities];
            /// Hands activities over for somebody's word.
            submit_activities(ActivityRefs) -> Handled, changes [Activities];
            /// The files that are kept.
            list_evidence(Nothing) -> EvidenceList, reads [Evidence];
            /// Lets a file that is kept belong to an activity.
            link_evidence(EvidenceLink) -> Done, changes [Links];
            /// Takes a file off an activity.
            unlink_evidence(EvidenceLink) -> Done, changes [Links];
            /// What the week before had, moved by seven days.
            propose_week(WeekOf) -> WeekProposals, reads [Activities, Programme];
            /// Logs chosen entries of the week before once more, seven days later.
            copy_week(CopyWeek) -> Handled, changes [Activities];
            /// What recurs.
            list_recurrences(Nothing) -> Recurrences, reads [Recurrences, Programme];
            /// Keeps something that recurs, new or changed.
            save_recurrence(SaveRecurrence) -> Recurrence, changes [Recurrences];
            /// What is due and waits for a word.
            due_entries(Nothing) -> DueEntries, reads [Recurrences, Programme];
            /// Says what became of a day that is due.
            answer_recurrence(AnswerRecurrence) -> Option<ActivityRow>, changes [Recurrences, Activities];
            /// The timer that runs or waits to be looked at.
            timer(Nothing) -> TimerView, reads [Timer];
            /// Starts a timer.
            start_timer(NameTimer) -> TimerView, changes [Timer];
            /// Says what the timer is for, as it is typed.
            name_timer(NameTimer) -> Saved, changes [];
            /// Stops the timer; its length waits to be looked at.
            stop_timer(Nothing) -> TimerView, changes [Timer];
            /// Lets a timer that was stopped run on.
            resume_timer(Nothing) -> TimerView, changes [Timer];
            /// Logs what the person makes of the time, and clears the timer.
            log_timer(SaveActivity) -> ActivityRow, changes [Timer, Activities];
            /// Gives the timer up without logging anything.
            discard_timer(Nothing) -> Done, changes [Timer];
            /// Who confirmed activities before, the latest first.
            confirmers(Nothing) -> Confirmers, reads [Activities];
            /// The timesheet or calendar that waits to be looked through, and what it would add to the log.
            pending_import(Nothing) -> Option<ImportView>, reads [Import, Activities, Portfolio];
            /// Takes what the person says of the columns of a timesheet.
            map_import(MapImport) -> Done, changes [Import];
            /// Takes what the person says of the days of a calendar to look at.
            set_import_period(SetImportPeriod) -> Done, changes [Import];
            /// Adds the proposals that are agreed to; one undo takes all of them back.
            accept_import(AcceptImport) -> Imported, changes [Import, Activities];
            /// Puts the file away that waits to be looked through.
            dismiss_import(ImportRef) -> Done, changes [Import];
            /// Reads a citation file that was pasted as text, so that it can be looked through.
            paste_library(PasteLibrary) -> ImportRef, changes [Import];
            /// The citation file that waits to be looked through, and what it would add to the library.
            pending_library(Nothing) -> Option<LibraryView>, reads [Import, Theory];
            /// Adds the works that are agreed to, or fills them in; one undo takes all of it back.
            accept_library(AcceptLibrary) -> LibraryImported, changes [Import, Theory];
            /// Puts the citation file away that waits to be looked through.
            dismiss_library(ImportRef) -> Done, changes [Import];
            /// Reads a length of time as people write it.
            read_duration(ReadDuration) -> DurationReadings, reads [];

            /// Works of theory, by author.
            list_theory(Nothing) -> TheoryPage, reads [Theory, Links];
            /// One work with every use of it.
            theory(TheoryRef) -> TheoryView, reads [Theory, Links, Reflections, Evidence, CitationStyle];
            /// Practice and theory side by side; nothing where there is neither a work nor an account.
            theory_map(Nothing) -> Option<TheoryMap>, reads [Theory, Links, Reflections, Activities];
            /// A work as it would be printed, before it is kept.
            preview_theory(SaveTheory) -> TheoryPreview, reads [CitationStyle];
            /// Keeps a work, new or changed.
            save_theory(SaveTheory) -> Theory, changes [Theory, Reflections];
            /// How works are cited, and how else they could be.
            citation_styles(Nothing) -> CitationStyles, reads [CitationStyle];
            /// Chooses how works are cited.
            choose_citation_style(ChooseCitationStyle) -> CitationStyles, changes [CitationStyle];
            /// Takes its file off a work.
            detach_work_file(TheoryRef) -> Done, changes [Theory, Evidence, Bin];
            /// The works that the built-in models of reflection come from, and which of them are there.
            model_works(Nothing) -> ModelWorks, reads [Theory, CitationStyle];
            /// Adds works of built-in models; those that are there stay as they are, and one undo takes the others back.
            add_model_works(AddModelWorks) -> Handled, changes [Theory];
            /// Makes one entry of two for the same work; one undo takes it back.
            merge_theory(MergeTheory) -> Theory, changes [Theory, Links, Reflections, Bin];

            /// Learner and programme, and what they ask for.
            programme(Nothing) -> ProgrammeView, reads [Programme];
            /// What a programme would ask for, before it is kept.
            preview_programme(Programme) -> RequirementPreview, reads [];
            /// Keeps learner and programme.
            save_programme(SaveProgramme) -> ProgrammeView, changes [Programme];
            /// Hours against the minimum, with the same time by kind and by month.
            hours_room(Nothing) -> HoursRoom, reads [Activities, Programme];
            /// Every check of the off-the-job log, as an auditor would make them.
            audit(Nothing) -> AuditView, reads [Activities, Programme];
            /// What the checks say of an entry as it is typed; nothing of it is kept.
            check_entry(SaveActivity) -> EntryRemarks, reads [Activities, Programme];

            /// A text as sanitised HTML, by the same code that sets the PDF.
            render_markdown(RenderMarkdown) -> RenderedMarkdown, reads [Theory, CitationStyle];
            /// What the texts of an account cite, as sanitised HTML.
            render_references(RenderReferences) -> RenderedReferences, reads [Theory, CitationStyle];
            /// Finds words in everything that was written.
            search(SearchFor) -> SearchHits, reads [Reflections, Activities, Theory];
            /// Keeps a picture or file that was pasted or dropped.
            add_evidence(AddEvidence) -> Evidence, changes [Evidence];

            /// What was typed into a form that was not sent off; nothing if there is nothing.
            unfinished(UnfinishedRef) -> Option<Unfinished>, reads [Unfinished];
            /// Keeps what stands in a form, as it is typed.
            save_unfinished(SaveUnfinished) -> Saved, changes [];
            /// Throws away what was typed into a form.
            discard_unfinished(UnfinishedRef) -> Done, changes [Unfinished];

            /// Moves something to the bin.
            move_to_bin(BinItemRef) -> Binned, changes [Bin, Reflections, Activities, Recurrences, Theory, Links, Evidence, Models];
            /// Takes something out of the bin.
            restore_from_bin(BinItemRef) -> Binned, changes [Bin, Reflections, Activities, Recurrences, Theory, Links, Evidence, Models];
            /// What the bin holds, newest first.
            list_bin(Nothing) -> BinContents, reads [Bin];
            /// Takes back the last change that can be taken back.
            undo(Nothing) -> Undone, changes [Bin, Reflections, Activities, Recurrences, Timer, Theory, CitationStyle, Links, Evidence, Programme, Models, Unfinished];
            /// Does again what was taken back last, unless something was changed since.
            redo(Nothing) -> Undone, changes [Bin, Reflections, Activities, Recurrences, Timer, Theory, CitationStyle, Links, Evidence, Programme, Models, Unfinished];

            /// What an export would hold, and what deserves a look first.
            check_export(ExportOptions) -> ExportChecks, reads [Reflections, Activities, Theory, Links, Programme, Evidence, CitationStyle];
            /// Sets the pages of an export, to be looked at.
            preview_export(ExportOptions) -> ExportPreview, reads [];
            /// How one of those pages looks.
            preview_page(PreviewPageRef) -> PreviewPage, reads [];
            /// Choices for a document under a name: those that come with the program, and the person's own.
            export_profiles(Nothing) -> ExportProfiles, reads [Exports];
            /// Modules, works and accounts that an export may be narrowed to.
            export_narrowing(Nothing) -> ExportNarrowing, reads [Reflections, Theory, Links];
            /// Keeps choices under a name.
            keep_export_profile(KeepExportProfile) -> ExportProfiles, changes [Exports];
            /// Gives up choices that the person kept.
            remove_export_profile(ExportProfileRef) -> ExportProfiles, changes [Exports];
            /// What was made to be handed in, and how much is different since.
            exports(Nothing) -> ExportHistory, reads [Exports, Reflections, Activities];
            /// The pages are no longer looked at.
            close_preview(Nothing) -> Done, reads [];

            /// A PDF that was dropped on the window, with what is inside and what bringing it back would do; nothing if none waits.
            portfolio_offer(Nothing) -> Option<PortfolioOffer>, reads [Portfolio];
            /// Brings that PDF back into the open portfolio.
            accept_portfolio_offer(Nothing) -> PortfolioImported, changes [Portfolio, Programme, Activities, Recurrences, Timer, Reflections, Theory, CitationStyle, Links, Evidence, Plan, Models, Unfinished, Bin, Backups, Exports];
            /// Puts that PDF away.
            dismiss_portfolio_offer(Nothing) -> Done, reads [];

            /// How the program looks and behaves on this computer.
            settings(Nothing) -> Settings, reads [Settings];
            /// Keeps the settings.
            save_settings(Settings) -> Settings, changes [Settings];
            /// The verified copies of this portfolio.
            backups(Nothing) -> Backups, reads [Backups, Portfolio];
            /// Makes a verified copy now.
            make_backup(Nothing) -> Backups, changes [Backups];
            /// The file that was last refused as too damaged to open, with its verified copies; nothing if none was.
            rescue(Nothing) -> Option<Rescue>, reads [Portfolio, Backups];
            /// Puts a verified copy in the place of the file that was last refused, which is kept beside it under
            /// another name, and opens it.
            rescue_portfolio(BackupRef) -> PortfolioStatus, changes [Portfolio, Programme, Activities, Reflections, Theory, CitationStyle, Links, Evidence, Plan, Models, Unfinished, Bin, Backups, Exports];
            /// Puts a verified copy in place of the portfolio, which is itself kept as a copy first.
            restore_backup(BackupRef) -> PortfolioStatus, changes [Portfolio, Programme, Activities, Recurrences, Timer, Reflections, Theory, CitationStyle, Links, Evidence, Plan, Models, Unfinished, Bin, Backups, Exports];
        }
    };
}

/// Hands every command that needs a dialog or the window itself to the macro `$receiver`. The paths
/// that people choose never pass through the window's contents.
#[macro_export]
macro_rules! with_window_commands {
    ($receiver:path) => {
        $receiver! {
            /// The interface has drawn its first screen: the window may be shown.
            window_ready(Nothing) -> Done, reads [];
            /// Asks where to keep a new portfolio, makes it and opens it. Nothing if the person turned away.
            new_portfolio(Nothing) -> Option<PortfolioStatus>, changes [Portfolio, Programme, Activities, Recurrences, Timer, Reflections, Theory, CitationStyle, Links, Evidence, Plan, Models, Unfinished, Bin, Backups, Exports];
            /// Asks which portfolio to open and opens it.
            open_portfolio(Nothing) -> Option<PortfolioStatus>, changes [Portfolio, Programme, Activities, Recurrences, Timer, Reflections, Theory, CitationStyle, Links, Evidence, Plan, Models, Unfinished, Bin, Backups, Exports];
            /// Opens one of the recent portfolios.
            open_recent(RecentRef) -> PortfolioStatus, changes [Portfolio, Programme, Activities, Recurrences, Timer, Reflections, Theory, CitationStyle, Links, Evidence, Plan, Models, Unfinished, Bin, Backups, Exports];
            /// Opens what this launch asked for: the file it was given or else the default portfolio, which is
            /// made if it is not there yet. Answers with what is open if something is.
            open_default(Nothing) -> PortfolioStatus, changes [Portfolio, Programme, Activities, Recurrences, Timer, Reflections, Theory, CitationStyle, Links, Evidence, Plan, Models, Unfinished, Bin, Backups, Exports];
            /// Asks where to put a copy and writes it.
            save_copy(Nothing) -> Option<WrittenFile>, reads [];
            /// Asks where to put the PDF and writes it. Progress is announced as `export-progress`.
            export_pdf(ExportOptions) -> Option<ExportedPdf>, changes [Exports];
            /// Asks where to put the audit check as a PDF of one page and writes it.
            export_audit(Nothing) -> Option<ExportedPdf>, reads [];
            /// Asks where to put the portfolio in its open form and writes it.
            export_json(Nothing) -> Option<WrittenFile>, reads [];
            /// Asks for a portfolio in its open form or inside a PDF and fills the open, empty portfolio from it, or adds to it.
            import_portfolio(Nothing) -> Option<PortfolioImported>, changes [Portfolio, Programme, Activities, Recurrences, Timer, Reflections, Theory, CitationStyle, Links, Evidence, Plan, Models, Unfinished, Bin, Backups, Exports];
            /// Asks where to keep the portfolio inside the PDF that was dropped, makes it there and opens it.
            open_portfolio_offer(Nothing) -> Option<PortfolioStatus>, changes [Portfolio, Programme, Activities, Recurrences, Timer, Reflections, Theory, CitationStyle, Links, Evidence, Plan, Models, Unfinished, Bin, Backups, Exports];
            /// Asks for a timesheet or calendar and reads it, so that it can be looked through.
            choose_import(Nothing) -> Option<ImportRef>, changes [Import];
            /// Asks where to put the log and writes it.
            export_log(ExportLog) -> Option<WrittenFile>, reads [];
            /// Asks for a citation file and reads it, so that it can be looked through.
            choose_library(Nothing) -> Option<ImportRef>, changes [Import];
            /// Asks for a file with a citation style and cites in it from now on.
            add_citation_style(Nothing) -> Option<CitationStyles>, changes [CitationStyle];
            /// Asks where to put the references of the library and writes them.
            export_library(ExportLibrary) -> Option<WrittenFile>, reads [];
            /// Everything typed is in the file: the window may close.
            close_window(Nothing) -> Done, reads [];
            /// Something typed could not be kept, so the window stays open until it is or the person gives it up.
            keep_open(Nothing) -> Done, reads [];
            /// Stops the export that is running.
            cancel_export(Nothing) -> Done, reads [];
            /// Asks for a picture and keeps it.
            choose_picture(Nothing) -> Option<Evidence>, changes [Evidence];
            /// Asks for a file and keeps it with an activity.
            attach_file(AttachFile) -> Option<Evidence>, changes [Evidence, Links];
            /// Asks for a file and keeps it as that of a work.
            attach_work_file(TheoryRef) -> Option<Evidence>, changes [Theory, Evidence, Bin];
            /// Says that the page of a work is on screen, or no longer is: a file that is dropped there is kept as
            /// that of the work, and announced as `work-file-added`.
            expect_work_file(ExpectWorkFile) -> Done, reads [];
            /// Asks where to put a copy of a file that is kept and writes it.
            save_file_copy(EvidenceRef) -> Option<WrittenFile>, reads [];
            /// Shows the file that was written last in its folder.
            show_written_file(Nothing) -> Done, reads [];
            /// Shows the portfolio's file in its folder.
            show_portfolio_file(Nothing) -> Done, reads [];
        }
    };
}
