package io.jinqiao.console;

import io.jinqiao.credit.ObjectionAct;
import io.jinqiao.credit.Objections;
import io.jinqiao.credit.ReceiveObjection;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Objections (异议) to what was reported; each act with its audit line in one commit. */
@Service
@Transactional
public class Disputes {
    private final Objections objections;
    private final Audit audit;

    public Disputes(Objections objections, Audit audit) {
        this.objections = objections;
        this.audit = audit;
    }

    /** @return its number */
    public String receive(ReceiveObjection told) {
        String number = objections.receive(told);
        audit.write(told.by(), "objection-received", number, null);
        return number;
    }

    public void act(String objectionNo, ObjectionAct act, Actor actor) {
        objections.act(objectionNo, act, actor.name());
        audit.write(actor.name(), "objection-" + act.getClass().getSimpleName().toLowerCase(Locale.ROOT), objectionNo, null);
    }
}
