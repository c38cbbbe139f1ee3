package io.jinqiao.mortgage.desk;

import io.jinqiao.message.Answered;
import io.jinqiao.message.Clearance;
import io.jinqiao.message.Consequence;
import io.jinqiao.message.Content;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MortgageRequest;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Problem;
import io.jinqiao.message.PropertyCheck;
import io.jinqiao.message.Reply;
import io.jinqiao.message.RevokeOpinion;
import io.jinqiao.message.FileCase;
import io.jinqiao.mortgage.Looked;
import io.jinqiao.mortgage.PossibleFrom;
import io.jinqiao.mortgage.Registrations;
import io.jinqiao.mortgage.Rounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door, handing each caller to who deals with it. */
@Service("registrations")
@Transactional
class RegistrationDesk implements Registrations {
    /** Begun in one round when nothing of their case is on its way. */
    private static final int MOST_FILES = 100;

    private final CaseDesk cases;
    private final RequestDesk requests;
    private final CheckDesk checks;
    private final AlarmDesk alarms;
    private final BuildingDesk buildings;
    private final MaterialDesk materials;
    private final SupplementDesk supplements;

    RegistrationDesk(CaseDesk cases, RequestDesk requests, CheckDesk checks, AlarmDesk alarms, BuildingDesk buildings, MaterialDesk materials, SupplementDesk supplements) {
        this.materials = materials;
        this.supplements = supplements;
        this.cases = cases;
        this.requests = requests;
        this.checks = checks;
        this.alarms = alarms;
        this.buildings = buildings;
    }

    @Override
    public Outcome request(MortgageRequest request) {
        return requests.request(request);
    }

    @Override
    public Outcome follow(Outcome outcome) {
        Outcome after = outcome;
        for (Consequence consequence : outcome.consequences()) {
            if (consequence instanceof Consequence.Accepted accepted) {
                if (accepted.application().mortgageRequest()) {
                    after = told(after, requests.prepare(accepted));
                }
                after = after.andTell(checks.atAcceptance(accepted.bank(), accepted.application()));
            } else if (consequence instanceof Consequence.InForce loan) {
                after = requests.inForce(loan, after);
            } else if (consequence instanceof Consequence.Scanned scanned) {
                materials.arrived(scanned.bank(), scanned.applicationNo(), scanned.here());
                after = supplements.sent(scanned.bank(), scanned.applicationNo(), requests.scanned(scanned, after));
            } else if (consequence instanceof Consequence.Supplemented supplemented) {
                after = supplements.handedIn(supplemented, after);
            } else if (consequence instanceof Consequence.Ended ended) {
                after = after.andTell(requests.destroy(ended));
            }
        }
        return after;
    }

    /** What the prepared request lacks the branch reads in the answer to its application, among the findings. */
    private static Outcome told(Outcome outcome, List<Problem> lacks) {
        if (lacks.isEmpty() || !(outcome.reply() instanceof Reply.Accepted accepted)) {
            return outcome;
        }
        List<Content.Group> findings = new ArrayList<>(accepted.content().get("findings") instanceof Content.Rows rows ? rows.rows() : List.of());
        lacks.forEach(problem -> findings.add(Content.group()
                .put("code", problem.code().code())
                .put("text", problem.text(Locale.CHINESE))
                .put("field", problem.field())
                .build()));
        return new Outcome(
                new Reply.Accepted(accepted.content().with("findings", new Content.Rows(findings))), outcome.outgoing(), outcome.consequences());
    }

    @Override
    public RevokeOpinion revoked(RevokeOpinion command) {
        requests.noLongerInForce(command.bank(), command.applicationNo());
        return command;
    }

    @Override
    public Outcome checked(Answered check) {
        CheckDesk.Heard heard = checks.answered(check).orElse(null);
        if (heard == null) {
            return Outcome.accepted(Content.Group.EMPTY);
        }
        if (heard.checked() == null) {
            return heard.refused() == null ? Outcome.accepted(Content.Group.EMPTY) : requests.unanswered(heard.asked(), ((PropertyCheck) check.message()).checkNo(), heard.refused());
        }
        Outcome outcome = Outcome.accepted(Content.Group.EMPTY).with(heard.checked());
        String requestNo = heard.asked().requestNo();
        if (requestNo == null) {
            return outcome;
        }
        Outcome went = requests.answered(heard.asked().bank(), heard.asked().applicationNo(), requestNo, heard.checked());
        return outcome.andTell(went.outgoing()).with(went.consequences());
    }

    @Override
    public Outcome file(FileCase command) {
        requests.requireMortgagee(command.application().mortgagee());
        cases.requireAlone(command);
        cases.requireOwnProof(command);
        return cases.file(command).with(cases.secured(command.bank(), command.applicationNo(), command.application().caseNo()));
    }

    @Override
    public Outcome receipt(Answered application) {
        return cases.receipt(application);
    }

    @Override
    public Outcome material(Answered part) {
        return materials.answered(part);
    }

    @Override
    public Outcome supplement(Answered supplement) {
        return supplements.answered(supplement);
    }

    @Override
    public Outcome status(Incoming status) {
        return cases.status(status);
    }

    @Override
    public Outcome entry(Incoming entry) {
        return cases.entry(entry);
    }

    @Override
    public Outcome certificate(Incoming certificate) {
        return cases.certificate(certificate);
    }

    @Override
    public Outcome found(Answered certificate) {
        return cases.found(certificate);
    }

    @Override
    public Outcome progress(Answered enquiry) {
        return cases.progress(enquiry);
    }

    @Override
    public Outcome page(Answered reconciliation) {
        return cases.page(reconciliation);
    }

    @Override
    public Outcome possible(PossibleFrom command) {
        return alarms.possible(command);
    }

    @Override
    public Outcome looked(Looked command) {
        return cases.looked(command);
    }

    @Override
    public Outcome rounds(Rounds rounds) {
        Outcome asked = requests.again(rounds.at(), Outcome.accepted(Content.Group.EMPTY).andTell(cases.rounds(rounds.at())).andTell(buildings.ask(rounds.at())))
                .with(materials.waiting(MOST_FILES));
        return new Outcome(
                new Reply.Accepted(Content.group().put("asked", asked.outgoing().size()).build()), asked.outgoing(), asked.consequences());
    }
}
