package io.jinqiao.console.pages;

import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.CollectionFacts;
import io.jinqiao.console.facts.DeductionFacts;
import io.jinqiao.console.facts.LoanFacts;
import io.jinqiao.console.facts.WarningFacts;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.LoanApplication.HomeKind;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.message.Words;
import io.jinqiao.repayment.Contributor;
import io.jinqiao.repayment.OverdueLedger;
import io.jinqiao.repayment.OverdueLedger.At;
import io.jinqiao.repayment.OverdueLedger.LoanStanding;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The overdue ledger at the end of a day, and the instalments of one loan as a picture. */
@Controller
@Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.COLLECTOR, Role.BANK_MANAGER, Role.AUDITOR})
class OverduePages {
    private static final int MOST = 500;
    private static final Map<String, int[]> BANDS = Map.of("1-2", new int[] {1, 2}, "3-5", new int[] {3, 5}, "6+", new int[] {6, OverdueLedger.Which.ALL});

    private final OverdueLedger ledger;
    private final LoanFacts loans;
    private final CollectionFacts cases;
    private final WarningFacts warnings;
    private final DeductionFacts deductions;
    private final Clock clock;

    OverduePages(
            OverdueLedger ledger,
            LoanFacts loans,
            CollectionFacts cases,
            WarningFacts warnings,
            DeductionFacts deductions,
            @Qualifier("businessClock") Clock clock) {
        this.ledger = ledger;
        this.loans = loans;
        this.cases = cases;
        this.warnings = warnings;
        this.deductions = deductions;
        this.clock = clock;
    }

    /** @param origin null: older than the gateway */
    record Row(LoanStanding loan, LoanFacts.@Nullable Origin origin) {
        public String bank() {
            return loan.bank().value();
        }

        public @Nullable String group() {
            return loan.group() == null ? null : Words.of(loan.group());
        }
    }

    /** Filters as they stand in the address; a word nobody knows is no filter. */
    record Filter(@Nullable String bank, @Nullable String band, @Nullable String office, @Nullable String home, @Nullable String group) {
        static Filter of(@Nullable String bank, @Nullable String band, @Nullable String office, @Nullable String home, @Nullable String group) {
            return new Filter(
                    said(bank), band == null || !BANDS.containsKey(band) ? null : band, said(office), known(home, HomeKind.values()), known(group, Contributor.values()));
        }

        private static @Nullable String said(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }

        private static @Nullable String known(@Nullable String text, Enum<?>[] words) {
            return Arrays.stream(words).map(Words::of).filter(word -> word.equals(text)).findFirst().orElse(null);
        }
    }

    @GetMapping("/console/overdue")
    String list(
            @RequestParam(required = false) @Nullable String bank,
            @RequestParam(required = false) @Nullable String band,
            @RequestParam(required = false) @Nullable String office,
            @RequestParam(required = false) @Nullable String home,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            Model model) {
        Filter filter = Filter.of(bank, band, office, home, group);
        LocalDate at = day == null ? WorkingCalendar.today(clock) : day;
        OverdueLedger.Which which = which(filter);
        model.addAttribute("rows", rows(which, at));
        model.addAttribute("sum", ledger.sum(new At(at, clock.instant()), which));
        model.addAttribute("filter", filter);
        model.addAttribute("day", at);
        model.addAttribute("most", MOST);
        model.addAttribute("bands", List.of("1-2", "3-5", "6+"));
        model.addAttribute("homes", Arrays.stream(HomeKind.values()).map(Words::of).toList());
        model.addAttribute("groups", Arrays.stream(Contributor.values()).map(Words::of).toList());
        return "console/overdue";
    }

    private OverdueLedger.Which which(Filter filter) {
        int[] band = filter.band() == null ? new int[] {1, OverdueLedger.Which.ALL} : BANDS.get(filter.band());
        List<String> some = filter.office() == null && filter.home() == null ? null : loans.applications(filter.bank(), filter.office(), filter.home());
        return new OverdueLedger.Which(
                filter.bank() == null ? null : partner(filter.bank()), band[0], band[1], null, filter.group() == null ? null : Words.parse(filter.group(), Contributor.class), some);
    }

    private List<Row> rows(OverdueLedger.Which which, LocalDate day) {
        List<LoanStanding> found = ledger.overdue(new At(day, clock.instant()), which, 0, MOST);
        Map<String, LoanFacts.Origin> origins = loans.origins(found.stream().map(LoanStanding::applicationNo).filter(Objects::nonNull).toList());
        return found.stream().map(loan -> new Row(loan, origins.get(loan.bank().value() + " " + loan.applicationNo()))).toList();
    }

    /** Of one bank's loans told of on a day: what differs from their terms. */
    @GetMapping("/console/overdue/differences")
    String differences(
            @RequestParam(required = false) @Nullable String bank,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            Model model) {
        LocalDate of = day == null ? WorkingCalendar.today(clock) : day;
        String one = bank == null || bank.isBlank() ? null : bank;
        model.addAttribute("bank", one);
        model.addAttribute("day", of);
        model.addAttribute("most", MOST);
        model.addAttribute("differences", one == null ? List.of() : ledger.differences(new At(of, clock.instant()), partner(one), MOST));
        return "console/overdue-differences";
    }

    @GetMapping("/console/overdue/{bank}/{accountNo}")
    String one(
            @PathVariable String bank,
            @PathVariable String accountNo,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            Model model) {
        LocalDate of = day == null ? WorkingCalendar.today(clock) : day;
        At at = new At(of, clock.instant());
        LoanStanding loan = ledger.standing(at, partner(bank), accountNo).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        List<OverdueLedger.InstalmentStanding> instalments = ledger.instalments(at, loan.bank(), accountNo);
        Map<String, LoanFacts.Origin> origins = loan.applicationNo() == null ? Map.of() : loans.origins(List.of(loan.applicationNo()));
        model.addAttribute("row", new Row(loan, origins.get(bank + " " + loan.applicationNo())));
        model.addAttribute("day", of);
        model.addAttribute("instalments", instalments);
        model.addAttribute("penalties", ledger.penalties(at, loan.bank(), accountNo).stream().filter(one -> one.told().fen() + one.byTerms().fen() > 0).toList());
        List<OverdueLedger.PlanStanding> plans = ledger.plans(at, loan.bank(), accountNo);
        model.addAttribute("plans", plans.stream().filter(OverdueLedger.PlanStanding::differs).toList());
        model.addAttribute("asPlanned", plans.stream().filter(one -> !one.differs()).count());
        model.addAttribute("picture", InstalmentPicture.of(instalments, of));
        model.addAttribute("cases", cases.page(new CollectionFacts.Question(bank, null, accountNo), 0, 20));
        model.addAttribute("warnings", warnings.of(bank, accountNo));
        model.addAttribute("mandates", deductions.mandates(bank, accountNo));
        return "console/overdue-loan";
    }

    private static PartnerId partner(String text) {
        try {
            return new PartnerId(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(FailureCode.RESOURCE_UNKNOWN);
        }
    }
}
