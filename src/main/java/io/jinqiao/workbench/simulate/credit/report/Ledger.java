package io.jinqiao.workbench.simulate.credit.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the Center took, per account, person and contract. Only records every rule let pass come in here. */
final class Ledger {
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Person> persons = new HashMap<>();
    private final Map<String, Contract> mortgages = new HashMap<>();
    private final Map<String, Contract> lines = new HashMap<>();
    private final Set<String> identities = new HashSet<>();
    private final Set<String> retired = new HashSet<>();
    private final Set<String> keys = new HashSet<>();

    /** @param updated day of each segment's information */
    record Person(LocalDate reported, Map<String, LocalDate> updated) {}

    /** Of a mortgage, or a credit line. */
    record Contract(LocalDate reported, boolean expired) {}

    @Nullable Account account(String code) {
        return accounts.get(code);
    }

    @Nullable Person person(Reported record) {
        return persons.get(personKey(record));
    }

    @Nullable Contract mortgage(String code) {
        return mortgages.get(code);
    }

    boolean line(String code) {
        return lines.containsKey(code);
    }

    boolean lineEnded(String code) {
        Contract line = lines.get(code);
        return line != null && line.expired();
    }

    boolean anybody(String name, String idType, String idNumber) {
        return identities.contains(identity(name, idType, idNumber));
    }

    boolean retired(String code) {
        return retired.contains(code);
    }

    boolean holds(Reported record) {
        return keys.contains(record.type() + "|" + record.key());
    }

    static String personKey(Reported record) {
        return identity(record.value("Name"), record.value("IDType"), record.value("IDNum")) + "|" + record.value("InfSurcCode");
    }

    private static String identity(String name, String idType, String idNumber) {
        return name + "|" + idType + "|" + idNumber;
    }

    void take(Reported record) {
        switch (record.type()) {
            case "110" -> takePerson(record);
            case "114" -> persons.remove(personKey(record));
            case "210" -> takeAccount(record);
            case "211" -> rename(record, accounts);
            case "212" -> correct(record);
            case "213" -> delete(Deletion.of(record), record.value("DelRecCode"));
            case "214" -> forget(record.value("DelRecCode"));
            case "215" -> takeEvent(record);
            case "220" -> lines.put(PersonRules.lineCode(record), new Contract(record.reportDate().orElse(record.file().day()), PersonRules.lineEnds(record)));
            case "510" -> mortgages.put(record.value("Ccc"), new Contract(record.reported(), record.value("MotgaCltalBsInfSgmt", "CcStatus").equals("2") || record.value("RptDateCode").equals("20")));
            case "511" -> rename(record, mortgages);
            case "514" -> mortgages.remove(record.value("DelRecCode"));
            default -> throw new IllegalStateException("no record " + record.type());
        }
        if (Set.of("110", "210", "220", "510").contains(record.type())) {
            keys.add(record.type() + "|" + record.key());
        }
    }

    private void takePerson(Reported record) {
        Map<String, LocalDate> updated = new HashMap<>();
        Person before = person(record);
        if (before != null) {
            updated.putAll(before.updated());
        }
        updated.putAll(PersonRules.updates(record));
        persons.put(personKey(record), new Person(record.reported(), updated));
        identities.add(identity(record.value("Name"), record.value("IDType"), record.value("IDNum")));
    }

    private void takeAccount(Reported record) {
        Account account = accounts.computeIfAbsent(record.value("AcctCode"), code -> new Account(record.value("AcctType")));
        account.versions().put(record.reported(), version(record, AccountRules.transactions(record)));
    }

    private static Account.Version version(Reported record, Set<String> transactions) {
        String performance = AccountRules.performance(record);
        return new Account.Version(
                record.reported(), record.month(AccountLayout.H).orElse(null), record.date(performance, "FiveCateAdjDate").orElseThrow(), record.value(performance, "AcctStatus").equals("3"), transactions);
    }

    private <T> void rename(Reported record, Map<String, T> where) {
        String old = record.value("OdBnesCode");
        String fresh = record.value("NwBnesCode");
        T moved = where.remove(old);
        if (moved == null) {
            return;
        }
        where.put(fresh, moved);
        retired.add(old);
        retired.remove(fresh);
        if (moved instanceof Account account) {
            account.formerCodes().add(old);
        }
    }

    private void correct(Reported record) {
        Account account = accounts.get(record.value("ModRecCode"));
        if (account == null) {
            return;
        }
        YearMonth month = record.month(AccountLayout.H).orElse(null);
        Account.Version before = month == null ? account.versions().get(record.reported()) : account.of(month).orElse(null);
        if (before == null) {
            return;
        }
        if (record.has(AccountLayout.H) || record.has(AccountLayout.J)) {
            Account.Version now = version(record, before.transactions());
            account.versions().put(before.reported(), new Account.Version(before.reported(), now.month(), now.classified(), now.closed(), now.transactions()));
        } else if (record.has(AccountLayout.K)) {
            account.versions().put(before.reported(), new Account.Version(before.reported(), before.month(), before.classified(), before.closed(), AccountRules.transactions(record)));
        }
    }

    /** The account and everything that was said of it; it may be reported anew. */
    private void forget(String code) {
        accounts.remove(code);
        keys.removeIf(key -> key.startsWith("210|" + code + "|"));
    }

    /** A month that is gone may be told again with the same day of report: inferred, the sources do not say. */
    private void delete(Deletion deletion, String code) {
        deletion.from(accounts.get(code));
        if (deletion.mark().equals("H")) {
            String account = "210|" + code + "|";
            keys.removeIf(key -> key.startsWith(account) && deletion.covers(LocalDate.parse(key.substring(account.length(), key.indexOf('|', account.length())))));
        }
    }

    private void takeEvent(Reported record) {
        Account account = accounts.get(record.value("AcctCode"));
        if (account == null) {
            return;
        }
        Account.Event event = new Account.Event(record.value("OpetnType"), YearMonth.parse(record.value("Month")), record.reported());
        account.events().removeIf(before -> before.kind().equals(event.kind()) && before.month().equals(event.month()));
        if (record.value("Flag").equals("1")) {
            account.events().add(event);
        }
    }

    /** In numbers, for people. */
    @Override
    public String toString() {
        return Map.of("accounts", accounts.size(), "persons", persons.size(), "mortgages", mortgages.size(), "lines", lines.size()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }
}
