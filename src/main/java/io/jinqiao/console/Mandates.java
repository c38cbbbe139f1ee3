package io.jinqiao.console;

import io.jinqiao.message.PartnerId;
import io.jinqiao.repayment.Deductions;
import io.jinqiao.repayment.RegisterMandate;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mandates to take fund balances; each act with its audit line in one commit. */
@Service
@Transactional
public class Mandates {
    private final Deductions deductions;
    private final Audit audit;

    public Mandates(Deductions deductions, Audit audit) {
        this.deductions = deductions;
        this.audit = audit;
    }

    public void register(RegisterMandate mandate) {
        deductions.registerMandate(mandate);
        audit.write(mandate.by(), "mandate-registered", mandate.bank().value() + " " + mandate.mandateNo(), null);
    }

    public void end(PartnerId bank, String mandateNo, LocalDate on, Actor actor) {
        deductions.endMandate(bank, mandateNo, on, actor.name());
        audit.write(actor.name(), "mandate-ended", bank.value() + " " + mandateNo, on.toString());
    }
}
