package io.jinqiao.console;

import io.jinqiao.credit.CreditChanges;
import io.jinqiao.credit.CreditNotices;
import io.jinqiao.credit.CreditReports;
import io.jinqiao.credit.ChangeReported;
import io.jinqiao.credit.NoticeStep;
import io.jinqiao.credit.PersonProfile;
import io.jinqiao.credit.RuleText;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Words;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reporting to the credit reference system, and telling people before; each act with its audit line in one commit. */
@Service
@Transactional
public class Crediting {
    private final CreditReports reports;
    private final CreditNotices notices;
    private final CreditChanges changes;
    private final Audit audit;

    public Crediting(CreditReports reports, CreditNotices notices, CreditChanges changes, Audit audit) {
        this.reports = reports;
        this.notices = notices;
        this.changes = changes;
        this.audit = audit;
    }

    /** @return number of the run */
    public long start(YearMonth month, Actor actor) {
        long number = reports.start(month, actor.name());
        audit.write(actor.name(), "credit-report-started", month.toString(), "run " + number);
        return number;
    }

    /** @return name of the file */
    public String correct(String account, YearMonth month, Actor actor) {
        String file = reports.correct(account, month, actor.name());
        audit.write(actor.name(), "credit-month-corrected", account, month.toString());
        return file;
    }

    /** @return name of the file */
    public String paid(String account, Actor actor) {
        String file = reports.paid(account, actor.name());
        audit.write(actor.name(), "credit-payment-told", account, file);
        return file;
    }

    public List<RuleText> explain(String record, String rule) {
        return reports.explain(record, rule);
    }

    public void profile(PartnerId bank, String applicationNo, PersonProfile profile, Actor actor) {
        reports.profile(bank, applicationNo, profile, actor.name());
        audit.write(actor.name(), "credit-profile-told", bank.value() + " " + applicationNo, null);
    }

    public void step(NoticeStep step, Actor actor) {
        notices.step(step);
        audit.write(actor.name(), "credit-notice-" + Words.of(step.what()), step.account(), step.person());
    }

    /** @return number of the proposal */
    public long proposeRelease(String account, LocalDate episode, String person, String reason, Actor actor) {
        long number = notices.proposeRelease(account, episode, person, reason, actor.name());
        audit.write(actor.name(), "credit-release-proposed", account, person);
        return number;
    }

    public void answerRelease(long number, boolean confirmed, Actor actor) {
        notices.answerRelease(number, confirmed, actor.name());
        audit.write(actor.name(), confirmed ? "credit-release-confirmed" : "credit-release-refused", "" + number, null);
    }

    /** @return number of the proposal */
    public long proposeChange(ChangeReported what, Actor actor) {
        long number = changes.propose(what, actor.name());
        audit.write(actor.name(), "credit-change-proposed", what.account(), "" + number);
        return number;
    }

    /** @return name of the file for the Center; nothing when it was turned down */
    public Optional<String> answerChange(long number, boolean confirmed, Actor actor) {
        Optional<String> file = changes.answer(number, confirmed, actor.name());
        audit.write(actor.name(), confirmed ? "credit-change-confirmed" : "credit-change-refused", "" + number, file.orElse(null));
        return file;
    }
}
