package io.jinqiao.workbench.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.jinqiao.message.ApprovalOpinion;
import io.jinqiao.message.AttachmentRef;
import io.jinqiao.message.CertificateNumber;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.MortgageApplication;
import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.MortgageResult;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Party;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Four loans on their way to the registry and out again: a pre-sold home, an existing home, a conversion, a payoff. */
final class Mortgages {
    /** Pre-sold; the request rode inside the application of the one visit. */
    private static final int ONE_VISIT = 0;
    /** Existing; its contract is changed later. */
    private static final int EXISTING = 4;
    /** Existing; paid off at once, so that the end can be seen. */
    private static final int PAYOFF = 7;
    /** Pre-sold; the building is finished at once. */
    private static final int CONVERSION = 9;

    /** And what comes after it: a second start finds one loan paid back. */
    private static final Set<String> PAID_OUT = Set.of("disbursed", "repaying", "settled");

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Progress progress;
    private final Banks banks;
    private final RegistryOffice office;
    private final Api core;
    private final Api approver;
    private final LocalDate today;
    private @Nullable MissingPage page;
    private final Map<Integer, LoanApplication> loans = new LinkedHashMap<>();

    Mortgages(Progress progress, Banks banks, RegistryOffice office, Api core, Api approver, LocalDate today, Map<String, LoanApplication> applications) {
        this.progress = progress;
        this.banks = banks;
        this.office = office;
        this.core = core;
        this.approver = approver;
        this.today = today;
        List<LoanApplication> all = new ArrayList<>(applications.values());
        List.of(ONE_VISIT, EXISTING, PAYOFF, CONVERSION).forEach(n -> loans.put(n, all.get(n)));
    }

    /** What a loan of the four should have come to. */
    record Walked(LoanApplication application, String what, List<Kind> kinds, String security) {}

    List<Walked> walked() {
        return List.of(
                new Walked(loan(ONE_VISIT), "期房，一次到访 pre-sold home, one visit", List.of(Kind.DOUBLE_PRE_NOTICE), "pre-noticed"),
                new Walked(loan(EXISTING), "现房，合同变更 existing home, contract changed", List.of(Kind.MORTGAGE, Kind.CHANGE), "registered"),
                new Walked(loan(CONVERSION), "期房转本登记 conversion", List.of(Kind.DOUBLE_PRE_NOTICE, Kind.CONVERSION), "converted"),
                new Walked(loan(PAYOFF), "结清注销 payoff", List.of(Kind.MORTGAGE, Kind.CANCELLATION), "released"));
    }

    /** @return whether all of them came to their certificates */
    boolean walk() throws IOException, InterruptedException {
        progress.step("合同盖章后，登记申请自行报送；登记机构逐日办理并回告 / contracts sealed, requests filed by themselves; the registry works day by day and calls back");
        request(EXISTING, Kind.MORTGAGE, null);
        request(PAYOFF, Kind.MORTGAGE, null);
        request(CONVERSION, Kind.DOUBLE_PRE_NOTICE, null);
        boolean first = days("首次登记 first registrations", List.of(ONE_VISIT, EXISTING, PAYOFF, CONVERSION), 4, this::firstDone);
        progress.step("担保齐备，放款获准；一笔结清，一处竣工 / security complete, payment approved; one loan is paid off, one building finished");
        guarantee(ONE_VISIT);
        guarantee(CONVERSION);
        List.of(ONE_VISIT, EXISTING, PAYOFF).forEach(this::approvePayment);
        List.of(ONE_VISIT, PAYOFF).forEach(this::instruct);
        await("银行放款 paid out by the banks", () -> List.of(ONE_VISIT, PAYOFF).stream().allMatch(n -> PAID_OUT.contains(money(n))));
        List.of("repaying", "settlement-proposed").forEach(step -> pay(PAYOFF, step, "core-cashier"));
        pay(PAYOFF, "settled", "core-approver");
        await("登记证明送达网点 proofs at the branches", () -> proof(CONVERSION) != null && proof(PAYOFF) != null && proof(EXISTING) != null);
        request(CONVERSION, Kind.CONVERSION, proof(CONVERSION));
        request(PAYOFF, Kind.CANCELLATION, proof(PAYOFF));
        request(EXISTING, Kind.CHANGE, proof(EXISTING));
        return days("转本、注销与变更 conversion, cancellation and change", List.of(CONVERSION, PAYOFF, EXISTING), 3, this::lastDone) && first;
    }

    private boolean firstDone(int n) {
        return done(n, n == ONE_VISIT || n == CONVERSION ? Kind.DOUBLE_PRE_NOTICE : Kind.MORTGAGE);
    }

    private boolean lastDone(int n) {
        return done(n, n == CONVERSION ? Kind.CONVERSION : n == EXISTING ? Kind.CHANGE : Kind.CANCELLATION);
    }

    private interface Done {
        boolean of(int n);
    }

    /** Days pass until all are done. */
    private boolean days(String words, List<Integer> of, int all, Done done) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int ready = (int) of.stream().filter(done::of).count();
        while (ready < all && System.nanoTime() < deadline) {
            progress.bar(words, ready, all);
            if (page != null) {
                page.turn();
            }
            office.nextDay();
            TimeUnit.MILLISECONDS.sleep(500);
            ready = (int) of.stream().filter(done::of).count();
        }
        progress.bar(words, ready, all);
        return ready == all;
    }

    private boolean done(int n, Kind kind) {
        for (JsonNode one : core.get("/api/v1/registrations?number=" + loan(n).applicationNo()).body().path("registrations")) {
            if (one.path("kind").asText().equals(io.jinqiao.message.Words.of(kind)) && one.path("certified").asBoolean()) {
                return true;
            }
        }
        return false;
    }

    private void await(String words, BooleanSupplier arrived) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!arrived.getAsBoolean() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        progress.bar(words, arrived.getAsBoolean() ? 1 : 0, 1);
    }

    /** The last number the bank was told: of a double pre-notice that of the mortgage. */
    private @Nullable String proof(int n) {
        return banks.received(Operation.MORTGAGE_RESULT, MortgageResult.class).stream()
                .filter(result -> result.applicationNo().equals(loan(n).applicationNo()) && result.certificateNo() != null)
                .filter(result -> result.requestNo().endsWith(Kind.DOUBLE_PRE_NOTICE.name()) == (n == CONVERSION))
                .map(MortgageResult::certificateNo)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private void request(int n, Kind kind, @Nullable String earlier) {
        LoanApplication loan = loan(n);
        CertificateNumber title = kind == Kind.DOUBLE_PRE_NOTICE ? null : office.transferred(loan);
        ApprovalOpinion opinion = banks.received(Operation.APPROVAL_OPINION, ApprovalOpinion.class).stream()
                .filter(one -> one.applicationNo().equals(loan.applicationNo()))
                .findFirst()
                .orElseThrow();
        Branch branch = banks.branchOf(opinion);
        List<Scan> papers = papers(kind, n);
        branch.request(write(loan, kind, title, earlier, opinion, papers.stream().map(Scan::reference).toList()));
        papers.forEach(paper -> branch.scan(loan, paper));
        if (kind == Kind.CONVERSION) {
            page = new MissingPage(banks, office, core, loan, branch, n);
        }
    }

    /** What the registry wants to see and the application did not come with. */
    private static List<Scan> papers(Kind kind, int n) {
        return switch (kind) {
            case MORTGAGE -> List.of(Scan.of("loan-contract", n));
            case CHANGE -> List.of(Scan.of("change-agreement", n));
            default -> List.of();
        };
    }

    private MortgageApplication write(
            LoanApplication loan, Kind kind, @Nullable CertificateNumber title, @Nullable String earlier, ApprovalOpinion opinion, List<AttachmentRef> papers) {
        boolean ends = kind == Kind.CANCELLATION;
        List<Party> parties = new ArrayList<>();
        Party owner = loan.borrower();
        parties.add(new Party(Party.Role.MORTGAGOR, owner.name(), owner.identity(), null, null, owner.mobile()));
        loan.parties().stream().filter(party -> party.role() == Party.Role.DEVELOPER).forEach(parties::add);
        return new MortgageApplication(
                loan.applicationNo() + "-" + kind.name(),
                loan.applicationNo(),
                kind,
                loan.home().unitNumber(),
                loan.home().address(),
                title == null ? null : title.value(),
                earlier,
                loan.mortgagee(),
                parties,
                ends ? null : "DY-" + loan.applicationNo(),
                ends ? null : new MortgageApplication.Claim(opinion.amount(), today, today.plusMonths(opinion.months()), loan.home().price()),
                papers,
                "T1001");
    }

    private void guarantee(int n) {
        approver.post(loanAt(n) + "/security", Map.of("piece", "stage-guarantee", "reference", "BZ-" + loan(n).applicationNo(), "officer", "core-second"));
        approver.post(loanAt(n) + "/security", Map.of("piece", "project-admitted", "reference", "LP-0001", "officer", "core-second"));
    }

    private void approvePayment(int n) {
        pay(n, "proposed", "core-cashier");
        pay(n, "confirmed", "core-approver");
    }

    private void pay(int n, String step, String officer) {
        approver.post(loanAt(n) + "/payment", Map.of("step", step, "reference", "FK-" + loan(n).applicationNo(), "officer", officer));
    }

    /** From an invented account of the fund. */
    private void instruct(int n) {
        Map<String, String> fund = Map.of("name", "样例市住房公积金管理中心委贷基金户", "accountNo", "990010000000000001", "bankCode", "105000000000");
        approver.post(loanAt(n) + "/payment", Map.of(
                "step", "instructed", "officer", "core-approver",
                "instruction", Map.of("allotmentNo", "HB-" + loan(n).applicationNo(), "payer", fund, "requestedOn", today.toString())));
    }

    private String money(int n) {
        return core.get("/api/v1/loans?number=" + loan(n).applicationNo()).body().path("loans").path(0).path("money").asText();
    }

    private String loanAt(int n) {
        JsonNode found = core.get("/api/v1/loans?number=" + loan(n).applicationNo()).body().path("loans").path(0);
        return "/api/v1/loans/" + found.path("acceptanceNo").asText();
    }

    private LoanApplication loan(int n) {
        return Objects.requireNonNull(loans.get(n));
    }
}
