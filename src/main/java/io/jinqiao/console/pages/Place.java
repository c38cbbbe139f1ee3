package io.jinqiao.console.pages;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Role;
import java.util.Arrays;
import java.util.List;

/** The places of the console, and who sees them in the side bar. */
enum Place {
    HOME("/console", "home", Duties.BUSINESS),
    LOANS("/console/loans", "loan", Duties.BUSINESS),
    MESSAGES("/console/messages", "message", Duties.BUSINESS),
    WORK("/console/work", "work", Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.BANK_MANAGER, Role.AUDITOR),
    REGISTRATIONS("/console/registrations", "contract", Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.BANK_MANAGER, Role.AUDITOR),
    OVERDUE("/console/overdue", "scales", Duties.BUSINESS),
    WARNINGS("/console/warnings", "eye", Duties.BUSINESS),
    COLLECTION("/console/collection", "money", Duties.BUSINESS),
    ASSESSMENT("/console/assessment", "scales", Role.OPERATOR, Role.APPROVER, Role.BANK_MANAGER, Role.AUDITOR),
    REPAYMENT_FILES("/console/repayment-files", "in", Duties.BUSINESS),
    CREDIT_REPORTS("/console/credit-reports", "out", Role.OPERATOR, Role.APPROVER, Role.BANK_MANAGER, Role.AUDITOR),
    CREDIT_NOTICES("/console/credit-notices", "money", Role.OPERATOR, Role.COLLECTOR, Role.BANK_MANAGER, Role.APPROVER, Role.AUDITOR),
    CREDIT_AGREEMENTS("/console/credit-agreements", "contract", Role.OPERATOR, Role.BANK_MANAGER, Role.APPROVER, Role.AUDITOR),
    CREDIT_ENQUIRIES("/console/credit-enquiries", "eye", Role.REVIEWER, Role.APPROVER, Role.AUDITOR),
    OBJECTIONS("/console/objections", "audit", Role.REVIEWER, Role.APPROVER, Role.AUDITOR),
    DEDUCTIONS("/console/deductions", "out", Duties.BUSINESS),
    RECONCILIATIONS("/console/reconciliations", "shield", Duties.BUSINESS),
    VERIFY("/console/opinions/verify", "shield", Duties.BUSINESS),
    SEALS("/console/seals", "seal", Role.APPROVER, Role.ADMINISTRATOR, Role.AUDITOR),
    PARTNERS("/console/partners", "partner", Duties.BUSINESS),
    PEOPLE("/console/people", "people", Role.ADMINISTRATOR),
    AUDIT("/console/audit", "audit", Role.AUDITOR, Role.ADMINISTRATOR),
    BANK("/console/bank", "scales", Role.BANK);

    private final String path;
    private final String icon;
    private final Role[] roles;

    Place(String path, String icon, Role... roles) {
        this.path = path;
        this.icon = icon;
        this.roles = roles;
    }

    /** Everybody but those who only keep people. */
    static final class Duties {
        static final Role[] BUSINESS = {
            Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.COLLECTOR, Role.BANK_MANAGER, Role.AUDITOR
        };

        private Duties() {}
    }

    static List<Place> of(Actor actor) {
        return Arrays.stream(values()).filter(place -> actor.is(place.roles)).toList();
    }

    public String getId() {
        return io.jinqiao.message.Words.of(this);
    }

    public String getPath() {
        return path;
    }

    public String getIcon() {
        return icon;
    }
}
