package io.jinqiao.console;

import io.jinqiao.repayment.EarlyWarnings;
import io.jinqiao.repayment.NoteWarning;
import io.jinqiao.repayment.RegisterPledge;
import io.jinqiao.repayment.TellContribution;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the core system and people say about loans that may soon be overdue; each act with its audit line in one commit. */
@Service
@Transactional
public class Foreseeing {
    private final EarlyWarnings warnings;
    private final Audit audit;

    public Foreseeing(EarlyWarnings warnings, Audit audit) {
        this.warnings = warnings;
        this.audit = audit;
    }

    public void contributions(List<TellContribution> told, Actor actor) {
        warnings.contributions(told, actor.name());
        audit.write(actor.name(), "contributions-told", told.get(0).bank().value(), told.size() + " months");
    }

    public void pledge(RegisterPledge pledge) {
        warnings.registerPledge(pledge);
        audit.write(pledge.by(), "pledge-registered", pledge.bank().value() + " " + pledge.pledgeNo(), null);
    }

    public void note(NoteWarning note) {
        warnings.note(note);
        audit.write(note.by(), "warning-noted", "" + note.number(), note.until().toString());
    }
}
