package io.jinqiao.assessment.scheme;

import io.jinqiao.message.PartnerId;
import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.RuleFile;
import io.jinqiao.rulebook.Sources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What was signed with each bank, and from when to when. A contract that names no known scheme or version, a fee above its cap, two contracts of a bank for the
 * same day or a gap between them stop the start.
 */
@Component
public final class Contracts {
    private final Contract everyBank;
    private final Map<String, List<Signed>> banks = new HashMap<>();

    record Effective(LocalDate from, @Nullable LocalDate to) {}

    record Row(String bank, @Nullable Effective effective, Contract contract) {}

    record File(int format, Contract everyBank, @Nullable List<Row> banks) {}

    /** A contract and the days on which it holds. @param to its last day */
    public record Signed(Contract contract, LocalDate from, LocalDate to) {
        private boolean has(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** @throws io.jinqiao.rulebook.RulebookException with everything wrong with the file */
    @Autowired
    public Contracts(Sources sources, Schemes schemes, @Value("${jinqiao.assessment.contracts:rules/bank-contracts.yaml}") String file) {
        Document document = RuleFile.checked(sources, sources.get(file), "bank-contracts");
        File read = document.as(File.class);
        Problems problems = new Problems();
        everyBank = checked(read.everyBank(), document.group(), schemes, problems);
        List<Row> rows = Optional.ofNullable(read.banks()).orElse(List.of());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Effective days = Optional.ofNullable(row.effective()).orElse(new Effective(LocalDate.MIN, null));
            Node at = document.group().rows("banks").get(i);
            Signed signed = new Signed(checked(row.contract(), at, schemes, problems), days.from(), Objects.requireNonNullElse(days.to(), LocalDate.MAX));
            if (signed.to().isBefore(signed.from())) {
                problems.at(at, "截止日早于起始日 / ends before it begins");
            }
            banks.computeIfAbsent(row.bank(), bank -> new ArrayList<>()).add(signed);
            banks.get(row.bank()).sort(Comparator.comparing(Signed::from));
            follows(row.bank(), at, problems);
        }
        problems.throwIfAny();
    }

    /** Once the last row of a bank is read its contracts follow each other day by day. */
    private void follows(String bank, Node at, Problems problems) {
        List<Signed> all = banks.get(bank);
        for (int i = 1; i < all.size(); i++) {
            Signed before = all.get(i - 1);
            Signed next = all.get(i);
            if (!before.to().isBefore(next.from())) {
                problems.at(at, "同一银行的合同有效期重叠 / two contracts of " + bank + " hold on " + next.from(), "let one end before the other begins");
            } else if (!before.to().plusDays(1).equals(next.from())) {
                problems.at(at, "同一银行的合同之间有空档 / no contract of " + bank + " holds from " + before.to().plusDays(1) + " to " + next.from().minusDays(1), "write them in order, each from the day after the one before");
            }
        }
    }

    private static Contract checked(Contract contract, Node at, Schemes schemes, Problems problems) {
        List<Scheme> versions = schemes.all().stream().filter(scheme -> scheme.name().equals(contract.scheme())).toList();
        if (versions.isEmpty()) {
            problems.unknown(at, "scheme", contract.scheme(), schemes.all().stream().map(Scheme::name).distinct().toList());
        } else if (contract.schemeFrom() != null && versions.stream().noneMatch(scheme -> scheme.from().equals(contract.schemeFrom()))) {
            problems.unknown(at, "方案版本 / version of the scheme", contract.schemeFrom().toString(), versions.stream().map(scheme -> scheme.from().toString()).toList());
        }
        versions.stream().filter(scheme -> contract.fee().percent().compareTo(scheme.capPercent()) > 0).findFirst().ifPresent(scheme -> problems.at(
                at,
                "费率高于上限 / the fee of " + contract.fee().percent() + " % is above the cap of " + scheme.capPercent() + " % in the scheme " + scheme.name(),
                "agree on less, or raise the scheme's cap"));
        return contract;
    }

    /** What holds on a day: before the first contract of its own a bank has what holds for every bank. Empty: its last one has ended. */
    public Optional<Signed> on(PartnerId bank, LocalDate day) {
        List<Signed> own = banks.getOrDefault(bank.value(), List.of());
        if (own.isEmpty()) {
            return Optional.of(new Signed(everyBank, LocalDate.MIN, LocalDate.MAX));
        }
        LocalDate begins = own.get(0).from();
        return day.isBefore(begins) ? Optional.of(new Signed(everyBank, LocalDate.MIN, begins.minusDays(1))) : own.stream().filter(signed -> signed.has(day)).findFirst();
    }

    /** By what its loans are counted for the others, also when its contract has ended. */
    public Contract lastOn(PartnerId bank, LocalDate day) {
        List<Signed> own = banks.getOrDefault(bank.value(), List.of());
        return on(bank, day).orElseGet(() -> own.get(own.size() - 1)).contract();
    }

    /** All that ever held for a bank. */
    public List<Contract> of(PartnerId bank) {
        return Stream.concat(Stream.of(everyBank), banks.getOrDefault(bank.value(), List.of()).stream().map(Signed::contract)).toList();
    }
}
