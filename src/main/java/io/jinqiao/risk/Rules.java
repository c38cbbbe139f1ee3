package io.jinqiao.risk;

import io.jinqiao.message.AttachmentRef;
import io.jinqiao.message.Identity;
import io.jinqiao.message.IdentityNumber;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.LoanApplication.Terms;
import io.jinqiao.message.Party;
import io.jinqiao.message.Party.Role;
import io.jinqiao.message.Words;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules: facts in, touched fields out, nothing else. Sources stand beside their numbers in {@code rules/risk.yaml}. */
final class Rules {
    private static final List<String> KEPT = List.of();
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static final Map<String, Rule<Facts>> ALL = Stream.of(
                    rule("price-covers-loan", Set.of(), Rules::priceCoversLoan),
                    rule("loan-share", Set.of("first-home-percent", "second-home-percent"), Rules::loanShare),
                    rule("home-ordinal", Set.of("last"), Rules::homeOrdinal),
                    rule("borrower-of-age", Set.of("years"), Rules::borrowerOfAge),
                    rule("age-and-term", Set.of("years"), Rules::ageAndTerm),
                    rule("repayment-burden", Set.of("share-percent", "annual-percent"), Rules::repaymentBurden),
                    rule("income-proved", Set.of(), Rules::incomeProved),
                    rule("same-person-twice", Set.of(), Rules::samePersonTwice),
                    new Rule<>("payee-fits-home", Set.of(), homeKinds(), Rules::payeeFitsHome),
                    rule("developer-named", Set.of(), Rules::developerNamed),
                    new Rule<>("spouse-named", Set.of(), Set.of("proofs"), Rules::spouseNamed),
                    new Rule<>("documents-listed", Set.of(), Set.of("kinds"), Rules::documentsListed),
                    rule("days-in-order", Set.of(), Rules::daysInOrder),
                    rule("branch-recommends", Set.of(), Rules::branchRecommends),
                    rule("method-fits-term", Set.of("single-repayment-months"), Rules::methodFitsTerm))
            .collect(Collectors.toUnmodifiableMap(Rule::name, Function.identity()));

    private Rules() {}

    private static Rule<Facts> rule(String name, Set<String> numbers, Rule.Test<Facts> test) {
        return new Rule<>(name, numbers, Set.of(), test);
    }

    private static Set<String> homeKinds() {
        return Stream.of(LoanApplication.HomeKind.values()).map(Words::of).collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> unless(boolean kept, String... fields) {
        return kept ? KEPT : List.of(fields);
    }

    /** price − down payment ≥ amount. */
    static List<String> priceCoversLoan(Facts f, Parameters p) {
        LoanApplication a = f.application();
        long covered = a.home().price().fen() - a.contract().downPayment().fen();
        return unless(a.terms().amount().fen() <= covered, "terms.amount");
    }

    /** amount ≤ share of the price. */
    static List<String> loanShare(Facts f, Parameters p) {
        LoanApplication a = f.application();
        int percent = p.whole(a.home().ordinal() == 1 ? "first-home-percent" : "second-home-percent");
        BigDecimal limit = BigDecimal.valueOf(a.home().price().fen()).multiply(BigDecimal.valueOf(percent)).divide(HUNDRED);
        return unless(BigDecimal.valueOf(a.terms().amount().fen()).compareTo(limit) <= 0, "terms.amount");
    }

    static List<String> homeOrdinal(Facts f, Parameters p) {
        return unless(f.application().home().ordinal() <= p.whole("last"), "home.ordinal");
    }

    static List<String> borrowerOfAge(Facts f, Parameters p) {
        return unless(
                born(f.application().borrower()).map(b -> age(b, f.today()) >= p.whole("years")).orElse(true),
                "parties[" + f.application().parties().indexOf(f.application().borrower()) + "].identity.number");
    }

    /** Age in full years on the day of the last instalment; unknown for documents without a birth date. */
    static List<String> ageAndTerm(Facts f, Parameters p) {
        LocalDate end = f.today().plusMonths(f.application().terms().months());
        return unless(
                born(f.application().borrower()).map(b -> age(b, end) <= p.whole("years")).orElse(true), "terms.months");
    }

    /** First instalment ≤ share of the monthly income of borrower, spouse and co-borrowers; silent when none is stated. */
    static List<String> repaymentBurden(Facts f, Parameters p) {
        long income = f.application().parties().stream()
                .filter(party -> Set.of(Role.BORROWER, Role.SPOUSE, Role.CO_BORROWER).contains(party.role()))
                .mapToLong(party -> party.monthlyIncome() == null ? 0 : party.monthlyIncome().fen())
                .sum();
        BigDecimal limit = BigDecimal.valueOf(income).multiply(p.decimal("share-percent")).divide(HUNDRED);
        return unless(
                income == 0 || instalment(f.application().terms(), p.decimal("annual-percent")).compareTo(limit) <= 0,
                "terms.amount");
    }

    /** Equal instalment in fen: P·i·(1+i)^n ÷ ((1+i)^n − 1), i = annual ÷ 12. */
    static BigDecimal instalment(Terms terms, BigDecimal annualPercent) {
        MathContext precision = MathContext.DECIMAL64;
        BigDecimal monthly = annualPercent.divide(BigDecimal.valueOf(1200), precision);
        BigDecimal growth = BigDecimal.ONE.add(monthly).pow(terms.months(), precision);
        return BigDecimal.valueOf(terms.amount().fen())
                .multiply(monthly)
                .multiply(growth)
                .divide(growth.subtract(BigDecimal.ONE), precision);
    }

    static List<String> incomeProved(Facts f, Parameters p) {
        Party borrower = f.application().borrower();
        return unless(
                borrower.monthlyIncome() != null && borrower.monthlyIncome().fen() > 0,
                "parties[" + f.application().parties().indexOf(borrower) + "].monthlyIncome");
    }

    /** Nobody stands in two roles, but a mortgagor who also buys or stands surety, and a developer who sells. */
    static List<String> samePersonTwice(Facts f, Parameters p) {
        List<String> touched = new ArrayList<>();
        List<Party> parties = f.application().parties();
        for (int i = 0; i < parties.size(); i++) {
            Party later = parties.get(i);
            boolean twice = parties.subList(0, i).stream()
                    .anyMatch(earlier -> earlier.identity().equals(later.identity())
                            && !mayBeOnePerson(earlier.role(), later.role()));
            touched.addAll(unless(!twice, "parties[" + i + "].identity.number"));
        }
        return touched;
    }

    private static boolean mayBeOnePerson(Role one, Role other) {
        Set<Role> selling = Set.of(Role.SELLER, Role.DEVELOPER);
        if (one == other) {
            return false;
        }
        if (one == Role.MORTGAGOR || other == Role.MORTGAGOR) {
            return !selling.contains(one) && !selling.contains(other);
        }
        return selling.contains(one) && selling.contains(other);
    }

    static List<String> payeeFitsHome(Facts f, Parameters p) {
        LoanApplication a = f.application();
        return unless(
                p.words(Words.of(a.homeKind())).contains(Words.of(a.accounts().payeeKind())), "accounts.payeeKind");
    }

    static List<String> developerNamed(Facts f, Parameters p) {
        boolean preSold = f.application().homeKind() == LoanApplication.HomeKind.PRE_SOLD;
        return unless(!preSold || f.has(Role.DEVELOPER), "parties");
    }

    static List<String> spouseNamed(Facts f, Parameters p) {
        boolean married = f.application().attachments().stream().anyMatch(ref -> p.words("proofs").contains(ref.kind()));
        return unless(!married || f.has(Role.SPOUSE), "parties");
    }

    static List<String> documentsListed(Facts f, Parameters p) {
        Set<String> listed =
                f.application().attachments().stream().map(AttachmentRef::kind).collect(Collectors.toSet());
        return unless(listed.containsAll(p.words("kinds")), "attachments");
    }

    static List<String> daysInOrder(Facts f, Parameters p) {
        LocalDate signed = f.application().contract().signedOn();
        LocalDate accepted = f.application().acceptedOn();
        List<String> touched = new ArrayList<>();
        touched.addAll(unless(!signed.isAfter(accepted), "contract.signedOn"));
        touched.addAll(unless(!accepted.isAfter(f.today()), "acceptedOn"));
        return touched;
    }

    static List<String> branchRecommends(Facts f, Parameters p) {
        return unless(f.application().initialOpinion().recommended(), "initialOpinion.recommended");
    }

    static List<String> methodFitsTerm(Facts f, Parameters p) {
        Terms terms = f.application().terms();
        return unless(
                terms.method() != RepaymentMethod.SINGLE_REPAYMENT || terms.months() <= p.whole("single-repayment-months"),
                "terms.method");
    }

    private static Optional<LocalDate> born(Party party) {
        return party.identity().type() == Identity.Type.RESIDENT_ID
                ? Optional.of(new IdentityNumber(party.identity().number()).birthDate())
                : Optional.empty();
    }

    private static int age(LocalDate born, LocalDate on) {
        return Period.between(born, on).getYears();
    }
}
