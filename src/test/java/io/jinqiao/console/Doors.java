package io.jinqiao.console;

import io.jinqiao.adapter.Catalogue;
import io.jinqiao.adapter.PartnerCard;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.assessment.Assessments;
import io.jinqiao.assessment.ConfirmStanding;
import io.jinqiao.assessment.EnterDecision;
import io.jinqiao.assessment.EnterDowntime;
import io.jinqiao.assessment.EnterFact;
import io.jinqiao.assessment.EnterObjection;
import io.jinqiao.assessment.EscalateObjection;
import io.jinqiao.assessment.FinishScore;
import io.jinqiao.assessment.FreezePeriod;
import io.jinqiao.assessment.ProposeStanding;
import io.jinqiao.assessment.PublishScore;
import io.jinqiao.assessment.TellRulings;
import io.jinqiao.assessment.RuleObjection;
import io.jinqiao.assessment.SettleFee;
import io.jinqiao.assessment.Standing;
import io.jinqiao.assessment.StandingDecision;
import io.jinqiao.assessment.WithdrawDowntime;
import io.jinqiao.credit.AgreeDuties;
import io.jinqiao.credit.AgreeToEnquiry;
import io.jinqiao.credit.AskForReport;
import io.jinqiao.credit.CreditChanges;
import io.jinqiao.credit.CreditDuties;
import io.jinqiao.credit.CreditEnquiries;
import io.jinqiao.credit.CreditLists;
import io.jinqiao.credit.CreditNotices;
import io.jinqiao.credit.CreditReports;
import io.jinqiao.credit.ChangeReported;
import io.jinqiao.credit.GiveAuthorisation;
import io.jinqiao.credit.WithdrawConsent;
import io.jinqiao.credit.NoticeStep;
import io.jinqiao.credit.ObjectionAct;
import io.jinqiao.credit.Objections;
import io.jinqiao.credit.PersonProfile;
import io.jinqiao.credit.ReceiveObjection;
import io.jinqiao.credit.RuleText;
import io.jinqiao.credit.SeenReport;
import io.jinqiao.delivery.PartnerStops;
import io.jinqiao.delivery.Unknowns;
import io.jinqiao.evidence.EvidencePacks;
import io.jinqiao.evidence.Journal;
import io.jinqiao.evidence.SubjectKeys;
import io.jinqiao.flow.Capabilities;
import io.jinqiao.loan.LoanDeadline;
import io.jinqiao.loan.LoanDeadlines;
import io.jinqiao.message.Answered;
import io.jinqiao.message.Content;
import io.jinqiao.message.DeductionOutcome;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.FileResult;
import io.jinqiao.message.Finding;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.IncomingFile;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PaymentSource;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.message.ReportFacts;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.mortgage.Certificates;
import io.jinqiao.opinion.DocumentVerdict;
import io.jinqiao.opinion.IssuedOpinion;
import io.jinqiao.opinion.Opinions;
import io.jinqiao.opinion.SealCard;
import io.jinqiao.opinion.Seals;
import io.jinqiao.opinion.VerificationStep;
import io.jinqiao.opinion.SealedStatements;
import io.jinqiao.repayment.CollectionCases;
import io.jinqiao.repayment.CollectionRound;
import io.jinqiao.repayment.Contributor;
import io.jinqiao.repayment.DeductInstalments;
import io.jinqiao.repayment.Deductions;
import io.jinqiao.repayment.EarlyWarnings;
import io.jinqiao.repayment.NoteWarning;
import io.jinqiao.repayment.OpenLoan;
import io.jinqiao.repayment.OrderCollection;
import io.jinqiao.repayment.OverdueLedger;
import io.jinqiao.repayment.ProposeExclusion;
import io.jinqiao.repayment.ProposeOpening;
import io.jinqiao.repayment.RegisterMandate;
import io.jinqiao.repayment.RegisterPledge;
import io.jinqiao.repayment.Repayments;
import io.jinqiao.repayment.TellContribution;
import io.jinqiao.risk.Risk;
import io.jinqiao.rulebook.Sources;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mockito.Mockito;
import org.springframework.context.annotation.Bean;

/** The other rooms' doors, as far as the console needs them: they keep what they are told and refuse what their rooms would. */
class Doors {
    static final PartnerId BANK = new PartnerId("icbc");
    static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

    /** Commands in the order they came. */
    static final class Routes implements Capabilities {
        final List<Object> commands = new ArrayList<>();
        BiFunction<String, Object, Object> answer = Routes::taken;

        private static Object taken(String route, Object command) {
            return Outcome.accepted(Content.group().put("route", route).build());
        }

        @Override
        public boolean has(String route) {
            return true;
        }

        @Override
        public synchronized Object run(String route, Object command) {
            Object out = answer.apply(route, command);
            commands.add(command);
            return out;
        }

        synchronized void forget() {
            commands.clear();
            answer = Routes::taken;
        }
    }

    static final class OneUnknown implements Unknowns {
        static final MessageId ID = new MessageId("01JDEMO0000000000000000042");
        private Optional<Proposal> proposal = Optional.empty();
        boolean settled;
        boolean asked;

        @Override
        public List<UnknownMessage> list() {
            return List.of(new UnknownMessage(
                    ID, BANK, Operation.APPROVAL_OPINION, "A-0007", Reply.Cause.SILENT, "read timed out", NOW, null, 6, null, true,
                    proposal.orElse(null)));
        }

        @Override
        public Optional<UnknownMessage> find(MessageId id) {
            return list().stream().filter(m -> m.id().equals(id)).findFirst();
        }

        @Override
        public Proposal propose(MessageId id, Decision decision, String reason, String person) {
            Proposal made = new Proposal(UUID.randomUUID(), id, decision, reason, person, NOW);
            proposal = Optional.of(made);
            return made;
        }

        @Override
        public void confirm(UUID id, String person) {
            if (proposal.orElseThrow().by().equals(person)) {
                throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
            }
            settled = true;
            proposal = Optional.empty();
        }

        @Override
        public void askAgain(MessageId id, String person) {
            asked = true;
        }

        @Override
        public void withdraw(UUID id, String reason, String person) {
            proposal = Optional.empty();
        }
    }

    static final class OneStop implements PartnerStops {
        final List<Stop> standing = new ArrayList<>();

        @Override
        public void stop(PartnerId partner, String reason, String person) {
            standing.add(new Stop(partner, reason, person, NOW));
        }

        @Override
        public int resume(PartnerId partner, String reason, String person) {
            int count = standing.size();
            standing.clear();
            return count;
        }

        @Override
        public boolean stopped(PartnerId partner) {
            return standing.stream().anyMatch(s -> s.partner().equals(partner));
        }

        @Override
        public List<Stop> list() {
            return List.copyOf(standing);
        }
    }

    /** Keeps what is wanted of the room of credit; October 2026 is not over. */
    static final class Reporting implements CreditReports, CreditNotices, CreditChanges {
        final List<Object> wanted = new ArrayList<>();
        private String proposedBy = "";

        @Override
        public long start(YearMonth month, String by) {
            if (!month.isBefore(YearMonth.of(2026, 11))) {
                throw new Refusal(Problem.at("month", FailureCode.CREDIT_MONTH_NOT_OVER, month.toString()));
            }
            wanted.add(month);
            return wanted.size();
        }

        @Override
        public String correct(String account, YearMonth month, String by) {
            wanted.add(account + " " + month);
            return "D19999999H00012026100121200010";
        }

        @Override
        public String paid(String account, String by) {
            wanted.add(account);
            return "D19999999H00012026110121000010";
        }

        @Override
        public List<RuleText> explain(String record, String rule) {
            return List.of(new RuleText(rule, "规则", "rule"));
        }

        @Override
        public void profile(PartnerId bank, String applicationNo, PersonProfile profile, String by) {
            wanted.add(profile);
        }

        @Override
        public void step(NoticeStep step) {
            wanted.add(step);
        }

        @Override
        public long proposeRelease(String account, LocalDate episode, String person, String reason, String by) {
            proposedBy = by;
            return 7;
        }

        @Override
        public void answerRelease(long number, boolean confirmed, String by) {
            requireAnother(by);
            wanted.add(number + " " + confirmed);
        }

        private void requireAnother(String by) {
            if (proposedBy.equals(by)) {
                throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
            }
        }

        @Override
        public long propose(ChangeReported what, String by) {
            proposedBy = by;
            wanted.add(what);
            return 8;
        }

        @Override
        public Optional<String> answer(long number, boolean confirmed, String by) {
            requireAnother(by);
            return confirmed ? Optional.of("D19999999H00012026100121300010") : Optional.empty();
        }
    }

    /** Keeps what is wanted; a list is read for its length only. */
    static final class Sharing implements CreditDuties, CreditLists {
        final List<Object> wanted = new ArrayList<>();
        private String proposedBy = "";

        @Override
        public long propose(AgreeDuties what, String by) {
            proposedBy = by;
            wanted.add(what);
            return 9;
        }

        @Override
        public Optional<String> answer(long number, boolean confirmed, String by) {
            if (proposedBy.equals(by)) {
                throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
            }
            return confirmed ? Optional.of("D19999999H00012026100121500010") : Optional.empty();
        }

        @Override
        public long take(PartnerId bank, YearMonth month, InputStream list, String by) throws IOException {
            String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
            if (!text.startsWith(HEADER)) {
                throw new Refusal(Problem.at("line 1", FailureCode.FIELD_WRONG_FORM, HEADER));
            }
            wanted.add(bank + " " + month);
            return text.lines().count() - 1;
        }
    }

    @Bean
    Sharing creditSharing() {
        return new Sharing();
    }

    /** Opens what two people want and knows one loan that is overdue. */
    static final class Books implements Repayments, OverdueLedger {
        final List<ProposeOpening> proposed = new ArrayList<>();
        final List<At> asked = new ArrayList<>();

        @Override
        public FileResult file(IncomingFile file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome report(Incoming report) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long proposeOpening(ProposeOpening proposal) {
            proposed.add(proposal);
            return proposed.size();
        }

        @Override
        public void answerOpening(long number, boolean confirmed, String by) {
            if (proposed.get((int) number - 1).by().equals(by)) {
                throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
            }
        }

        @Override
        public Outcome disbursed(Outcome outcome) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome returned(Outcome outcome) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Incoming settlement(Incoming settlement) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void opened(OpenLoan loan, String by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<LoanStanding> overdue(At at, Which which, long skip, int limit) {
            asked.add(at);
            return skip == 0 ? List.of(LOAN) : List.of();
        }

        @Override
        public Sum sum(At at, Which which) {
            return new Sum(1_234, 1, 1, LOAN.owed(), LOAN.balanceAtRisk());
        }

        private static final LoanStanding LOAN = new LoanStanding(
                BANK, "6228000000000001", 3, 3, 5, 92, new Money(39_000), new Money(24_000), new Money(900_000), LocalDate.of(2026, 8, 23), LocalDate.of(2026, 11, 22), "A-0007",
                RepaymentMethod.EQUAL_PRINCIPAL, Contributor.FLEXIBLE);

        @Override
        public List<PenaltyStanding> penalties(At at, PartnerId bank, String accountNo) {
            return List.of(new PenaltyStanding(5, new Money(16), new Money(16)), new PenaltyStanding(7, new Money(120), new Money(118)));
        }

        @Override
        public List<PlanStanding> plans(At at, PartnerId bank, String accountNo) {
            return List.of(
                    new PlanStanding(accountNo, 5, new Money(210_000), new Money(210_000), new Money(800_000), new Money(800_000)),
                    new PlanStanding(accountNo, 7, new Money(208_002), new Money(208_000), new Money(800_000), null));
        }

        @Override
        public List<PlanStanding> differences(At at, PartnerId bank, int limit) {
            return plans(at, bank, LOAN.accountNo()).subList(1, 2);
        }

        @Override
        public Optional<LoanStanding> standing(At at, PartnerId bank, String accountNo) {
            return accountNo.equals(LOAN.accountNo()) ? Optional.of(LOAN) : Optional.empty();
        }

        @Override
        public List<InstalmentStanding> instalments(At at, PartnerId bank, String accountNo) {
            return accountNo.equals(LOAN.accountNo()) ? IntStream.rangeClosed(1, 9).mapToObj(Books::instalment).toList() : List.of();
        }

        /** Four in time, two late and cured, the last three owed, of the first of these a part. */
        private static InstalmentStanding instalment(int number) {
            LocalDate due = LocalDate.of(2026, 2, 23).plusMonths(number);
            boolean owed = number > 6;
            LocalDate paidOn = owed ? null : due.plusDays(number > 4 ? number * 2 : 0);
            return new InstalmentStanding(
                    number, due, due.plusDays(1), new Money(owed ? number == 7 ? 4_000 : 0 : 13_000), new Money(owed ? number == 7 ? 9_000 : 13_000 : 0), paidOn,
                    owed ? null : PaymentSource.BANK_ACCOUNT, owed ? DeductionOutcome.INSUFFICIENT_FUNDS : DeductionOutcome.PAID, owed, number > 4, number > 4 && !owed ? paidOn : null);
        }
    }

    /** Lets one person exclude a case and another confirm. */
    static final class Collector implements CollectionCases {
        final List<ProposeExclusion> proposed = new ArrayList<>();

        @Override
        public List<PartnerId> banks() {
            return List.of(BANK);
        }

        @Override
        public Outcome round(CollectionRound round) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome answered(Answered order) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome record(Incoming record) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome order(OrderCollection command) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long proposeExclusion(ProposeExclusion command) {
            proposed.add(command);
            return proposed.size();
        }

        @Override
        public void answerExclusion(long number, boolean confirmed, String by) {
            if (number <= proposed.size() && proposed.get((int) number - 1).by().equals(by)) {
                throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
            }
        }
    }

    /** Knows the mandates it was told of. */
    static final class Deducting implements Deductions {
        final List<RegisterMandate> mandates = new ArrayList<>();
        final List<String> closings = new ArrayList<>();

        @Override
        public long proposeClosing(String runNo, String reason, @Nullable String document, String by) {
            closings.add(runNo + " " + reason + " " + (document == null ? "" : document + " ") + by);
            return closings.size();
        }

        @Override
        public void answerClosing(long number, boolean confirmed, String by) {
            closings.add(number + " " + confirmed + " " + by);
        }

        @Override
        public void settle(Gap gap, String orderNo, int lineNo, TwiceOutcome outcome, String document, String by) {
            closings.add(gap + " " + orderNo + " " + lineNo + " " + outcome + " " + document + " " + by);
        }

        @Override
        public void confirm(Gap gap, String orderNo, int lineNo, boolean confirmed, String by) {
            closings.add(gap + " " + orderNo + " " + lineNo + " " + confirmed + " " + by);
        }

        @Override
        public Outcome run(DeductInstalments command) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome answered(Answered order) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome result(Incoming result) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void registerMandate(RegisterMandate command) {
            mandates.add(command);
        }

        @Override
        public void endMandate(PartnerId bank, String mandateNo, LocalDate on, String by) {
            if (!mandates.removeIf(one -> one.mandateNo().equals(mandateNo))) {
                throw new Refusal(FailureCode.DEDUCTION_MANDATE_MISSING);
            }
        }
    }

    /** Keeps what it was told. */
    static final class Seer implements EarlyWarnings {
        final List<Object> told = new ArrayList<>();

        @Override
        public void contributions(List<TellContribution> contributions, String by) {
            told.addAll(contributions);
        }

        @Override
        public void registerPledge(RegisterPledge command) {
            told.add(command);
        }

        @Override
        public CollectionRound look(CollectionRound round) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void note(NoteWarning command) {
            told.add(command);
        }
    }

    /** Keeps what it was told. */
    static final class Assessors implements Assessments {
        final List<Object> told = new ArrayList<>();

        @Override
        public long object(EnterObjection objection) {
            told.add(objection);
            return 10;
        }

        @Override
        public long settle(SettleFee settle) {
            told.add(settle);
            return 9;
        }

        @Override
        public void answerSettlement(long number, boolean confirmed, String by) {
            told.add(number + " " + confirmed + " " + by);
        }

        @Override
        public List<PartnerId> banks() {
            return List.of(BANK);
        }

        @Override
        public void watch(PartnerId bank) {
            told.add(bank);
        }

        @Override
        public String freeze(FreezePeriod command) {
            told.add(command);
            return "icbc-20260701-20260930";
        }

        @Override
        public long enter(EnterFact fact) {
            told.add(fact);
            return 7;
        }

        @Override
        public long enter(EnterDowntime down) {
            told.add(down);
            return 8;
        }

        @Override
        public long withdraw(WithdrawDowntime withdrawal) {
            told.add(withdrawal);
            return 9;
        }

        @Override
        public void answerFact(long number, boolean confirmed, String by) {
            told.add(number + " " + confirmed + " " + by);
        }

        @Override
        public Optional<Long> answerDowntime(long number, boolean confirmed, String by) {
            told.add(number + " " + confirmed + " " + by);
            return number == 4 ? Optional.of(3L) : Optional.empty();
        }

        @Override
        public Outcome publish(PublishScore command) {
            told.add(command);
            return Outcome.accepted(Content.Group.EMPTY);
        }

        @Override
        public Outcome answered(Answered scorecard) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome object(Incoming objection) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long rule(RuleObjection ruling) {
            told.add(ruling);
            return 9;
        }

        @Override
        public void answerRuling(long ruling, boolean confirmed, String by) {
            told.add(ruling + " " + confirmed + " " + by);
        }

        @Override
        public Outcome tell(TellRulings command) {
            told.add(command);
            return Outcome.accepted(Content.Group.EMPTY);
        }

        @Override
        public void escalate(EscalateObjection escalation) {
            told.add(escalation);
        }

        @Override
        public long decide(EnterDecision decision) {
            told.add(decision);
            return 11;
        }

        @Override
        public void answerDecision(long decision, boolean confirmed, String by) {
            told.add(decision + " " + confirmed + " " + by);
        }

        @Override
        public Outcome finish(FinishScore command) {
            told.add(command);
            return Outcome.accepted(Content.Group.EMPTY);
        }
    }

    static final class Committee implements Standing {
        private final List<StandingDecision> decisions = new ArrayList<>();

        @Override
        public Incoming check(Incoming incoming) {
            return incoming;
        }

        @Override
        public long propose(ProposeStanding proposal) {
            decisions.add(0, new StandingDecision(decisions.size() + 1L, proposal, NOW, null, null, null));
            return decisions.size();
        }

        @Override
        public void confirm(ConfirmStanding answer) {
            StandingDecision open = decisions.stream().filter(d -> d.number() == answer.proposal()).findFirst().orElseThrow();
            if (open.proposal().by().equals(answer.by())) {
                throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
            }
            decisions.set(
                    decisions.indexOf(open),
                    new StandingDecision(open.number(), open.proposal(), open.proposedAt(), answer.confirmed(), answer.by(), NOW));
        }

        @Override
        public List<StandingDecision> open() {
            return decisions.stream().filter(d -> d.confirmed() == null).toList();
        }

        @Override
        public List<StandingDecision> history(PartnerId bank) {
            return decisions.stream().filter(d -> d.proposal().bank().equals(bank)).toList();
        }
    }

    @Bean
    Reporting creditReports() {
        return new Reporting();
    }

    @Bean
    Collector collectionCases() {
        return new Collector();
    }

    /** Keeps what is wanted of enquiries; one of number 7 brought a report. */
    static final class Enquirer implements CreditEnquiries {
        final List<Object> told = new ArrayList<>();

        @Override
        public long authorise(GiveAuthorisation command) {
            told.add(command);
            return told.size();
        }

        @Override
        public long withdraw(WithdrawConsent command) {
            told.add(command);
            return told.size();
        }

        @Override
        public Outcome ask(AskForReport command) {
            throw new UnsupportedOperationException("goes by a route");
        }

        @Override
        public Outcome agree(AgreeToEnquiry command) {
            throw new UnsupportedOperationException("goes by a route");
        }

        @Override
        public void answered(Answered answered) {}

        @Override
        public SeenReport look(long number, String by) {
            if (number != 7) {
                throw new Refusal(FailureCode.CREDIT_ENQUIRY_UNKNOWN);
            }
            told.add(by + " looked at " + number);
            return new SeenReport(7, new ReportFacts("R1", null, 2, 1, 1, 11_460, 2, 2, 1_090_044, 5_730, List.of(new ReportFacts.HousingLoan(false, "2021-05-20", 1_200_000, 1_090_044, false)), false, 1));
        }

        @Override
        public List<Unusual> unusual() {
            return List.of(new Unusual("busy", 40, 2.5));
        }
    }

    /** One risk point of every report with arrears. */
    @Bean
    Risk risk() {
        return new Risk() {
            @Override
            public Incoming check(Incoming incoming) {
                throw new UnsupportedOperationException("goes by a route");
            }

            @Override
            public List<Finding> ofReport(ReportFacts report) {
                return report.overdueNow() == 0
                        ? List.of()
                        : List.of(new Finding("arrears-now", Finding.Grade.FAULTY_SUBMISSION, "credit", "overdueAmount", "有尚未结清的逾期 / there are arrears now"));
            }
        };
    }

    @Bean
    Enquirer creditEnquiries() {
        return new Enquirer();
    }

    /** Writes down what it is told. */
    static final class Disputing implements Objections {
        final List<Object> told = new ArrayList<>();

        @Override
        public String receive(ReceiveObjection command) {
            told.add(command);
            return "CY-9";
        }

        @Override
        public void act(String objectionNo, ObjectionAct act, String by) {
            told.add(objectionNo + " " + act + " " + by);
        }
    }

    @Bean
    Disputing objections() {
        return new Disputing();
    }

    @Bean
    Seer earlyWarnings() {
        return new Seer();
    }

    @Bean
    Deducting deductions() {
        return new Deducting();
    }

    @Bean
    Routes routes() {
        return new Routes();
    }

    @Bean
    OneUnknown unknowns() {
        return new OneUnknown();
    }

    @Bean
    OneStop stops() {
        return new OneStop();
    }

    @Bean
    Books repayments() {
        return new Books();
    }

    @Bean
    Committee standing() {
        return new Committee();
    }

    @Bean
    SealedStatements sealedStatements() {
        return statement -> ("%PDF " + statement.number() + " " + statement.rows()).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Bean
    Assessors assessments() {
        return new Assessors();
    }

    @Bean
    Catalogue catalogue() {
        Dialect known = (Dialect) Proxy.newProxyInstance(
                Dialect.class.getClassLoader(), new Class<?>[] {Dialect.class}, (proxy, method, arguments) -> null);
        return new Catalogue() {
            @Override
            public Collection<Dialect> all() {
                return List.of(known);
            }

            @Override
            public Optional<Dialect> partner(PartnerId partner) {
                return partner.equals(BANK) ? Optional.of(known) : Optional.empty();
            }

            @Override
            public List<PartnerCard> cards() {
                return List.of(new PartnerCard(BANK, "ICBC (simulated)", "工商银行（模拟）", "bank", "sim"));
            }
        };
    }

    /** Trusts nobody and has no records. */
    @Bean
    io.jinqiao.opinion.DocumentChecks documentChecks() {
        return file -> io.jinqiao.opinion.OpinionVerification.verify(
                file,
                new io.jinqiao.opinion.VerificationBasis(
                        List.of(), List.of(), false, java.util.Set.of(), null, NOW, LocalDate.of(2026, 11, 23)));
    }

    @Bean
    Opinions opinions() {
        IssuedOpinion issued = new IssuedOpinion(
                "SP-2026-000007",
                1,
                BANK,
                "A-0007",
                "pdf",
                Digest.of(new byte[0]),
                LocalDate.parse("2027-02-20"),
                NOW,
                IssuedOpinion.Standing.IN_FORCE,
                true,
                1);
        Opinions opinions = Mockito.mock(Opinions.class);
        Mockito.when(opinions.find("SP-2026-000007")).thenReturn(Optional.of(issued));
        Mockito.when(opinions.document("SP-2026-000007"))
                .thenReturn(Optional.of("%PDF-1.7 made up".getBytes(StandardCharsets.US_ASCII)));
        return opinions;
    }

    @Bean
    Seals seals() {
        Seals seals = Mockito.mock(Seals.class);
        SealCard waiting = seal("S-0002", SealCard.State.PROPOSED, null);
        Mockito.when(seals.all()).thenReturn(List.of(waiting, seal("S-0001", SealCard.State.ENABLED, "张主任")));
        Mockito.when(seals.propose(Mockito.any(), Mockito.any(), Mockito.any())).thenReturn(waiting);
        Mockito.when(seals.enable(Mockito.any(), Mockito.any(), Mockito.any())).thenReturn(waiting);
        Mockito.when(seals.disable(Mockito.any(), Mockito.any(), Mockito.any())).thenReturn(waiting);
        return seals;
    }

    private static SealCard seal(String id, SealCard.State state, @Nullable String by) {
        return new SealCard(
                id, "示范市住房公积金中心贷款审批专用章", Digest.of(id.getBytes(StandardCharsets.US_ASCII)), NOW.minus(Duration.ofDays(30)),
                NOW.plus(Duration.ofDays(335)), state, "王保管", NOW.minus(Duration.ofDays(29)), "新刻", by, by == null ? null : NOW);
    }

    @Bean
    LoanDeadlines deadlines() {
        return new LoanDeadlines() {
            @Override
            public List<LoanDeadline> of(String acceptanceNo) {
                int number = Integer.parseInt(acceptanceNo.substring(acceptanceNo.length() - 2));
                return List.of(
                        clock("decision", "审批时限", "decision", LoanDeadline.Clock.PROMISED, number % 9 - 1),
                        clock("legal-decision", "法定审批时限", "legal limit of the decision", LoanDeadline.Clock.LEGAL, number % 9 + 4));
            }

            @Override
            public Map<String, List<LoanDeadline>> of(Collection<String> numbers) {
                return numbers.stream().collect(Collectors.toMap(n -> n, this::of));
            }

            private LoanDeadline clock(String name, String chinese, String english, LoanDeadline.Clock clock, int left) {
                return new LoanDeadline(
                        name,
                        chinese,
                        english,
                        LoanDeadline.Owner.CENTRE,
                        clock,
                        LoanDeadline.Kind.WORKING,
                        LocalDate.parse("2026-11-16"),
                        LocalDate.parse("2026-11-23").plusDays(left),
                        left,
                        left < 0 ? LoanDeadline.State.LATE : LoanDeadline.State.RUNNING,
                        false,
                        clock == LoanDeadline.Clock.LEGAL,
                        "docs/sources.md");
            }
        };
    }

    @Bean
    Journal journal() {
        Journal journal = Mockito.mock(Journal.class);
        Mockito.when(journal.open()).thenReturn(true);
        Mockito.when(journal.bytes(Mockito.any()))
                .thenReturn("{\"app_id\":\"centre\",\"msg_id\":\"B-0007\"}".getBytes(StandardCharsets.UTF_8));
        return journal;
    }

    @Bean
    SubjectKeys subjectKeys() {
        return Mockito.mock(SubjectKeys.class);
    }

    @Bean
    Sources sources() {
        return new Sources(Path.of("target/console-home"), Doors.class.getClassLoader());
    }

    @Bean
    WorkingCalendar workingCalendar() {
        return new WorkingCalendar(List.of());
    }

    /** One certificate, at the case that is registered. */
    @Bean
    Certificates certificates() {
        Certificates certificates = Mockito.mock(Certificates.class);
        byte[] file = "PK a certificate".getBytes(StandardCharsets.US_ASCII);
        Digest digest = Digest.of(file);
        Mockito.when(certificates.find("DJ-0007-1", digest)).thenReturn(Optional.of(new Certificates.Kept(digest, "ofd", file)));
        Mockito.when(certificates.verify("DJ-0007-1", digest))
                .thenReturn(Optional.of(new DocumentVerdict("ofd", null, List.of(DocumentVerdict.Finding.passed(VerificationStep.SIGNATURE)))));
        return certificates;
    }

    @Bean
    EvidencePacks evidencePacks() {
        EvidencePacks packs = Mockito.mock(EvidencePacks.class);
        Mockito.when(packs.forLoan(Mockito.eq(new PartnerId("icbc")), Mockito.eq("A-0007"), Mockito.any())).thenReturn(pack("A-0007"));
        Mockito.when(packs.forMessage(Mockito.any())).thenReturn(pack("message"));
        return packs;
    }

    private static EvidencePacks.EvidencePack pack(String name) {
        return new EvidencePacks.EvidencePack() {
            @Override
            public String fileName() {
                return "evidence-" + name + ".zip";
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write("PK made up".getBytes(StandardCharsets.US_ASCII));
            }
        };
    }
}
