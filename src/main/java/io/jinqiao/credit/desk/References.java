package io.jinqiao.credit.desk;

import io.jinqiao.credit.file.FileName;
import io.jinqiao.credit.ledger.Accepted;
import io.jinqiao.credit.record.CreditRecord;
import io.jinqiao.credit.record.Finding;
import io.jinqiao.credit.record.RecordTypes;
import io.jinqiao.credit.record.ReportContext;
import io.jinqiao.credit.record.Validation;
import io.jinqiao.credit.report.ContractFacts;
import io.jinqiao.credit.report.LoanFacts;
import io.jinqiao.credit.report.PersonFacts;
import io.jinqiao.credit.report.ReferenceRecords;
import io.jinqiao.credit.store.ReferenceStore;
import io.jinqiao.credit.store.ReportStore;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an account refers to: its borrower and its mortgage contracts. They go in files of their own, which are finished before that of the accounts. */
final class References implements AutoCloseable {
    private static final String PERSON = "110";
    private static final String CONTRACT = "510";
    private static final String CLOSED = "3";
    private static final String NEW = "10";
    private static final String CHANGED = "20";

    private final ReferenceStore store;
    private final LocalDate reported;
    private final ReportContext context;
    private final ReferenceRecords records;
    private final FileInMaking persons;
    private final FileInMaking contracts;

    References(Reports house, LocalDate reported, RecordTypes types, ReportContext context) {
        this.store = house.references();
        this.reported = reported;
        this.context = context;
        this.records = new ReferenceRecords(types.at(PERSON, reported), types.at(CONTRACT, reported));
        this.persons = new FileInMaking(house, context.reporter().segment(), PERSON);
        this.contracts = new FileInMaking(house, context.reporter().segment(), CONTRACT);
    }

    /** What the Center has of some loans, or has on its way: asked for once. @param persons when the latest of what was told of them was learnt, by key @param changed those a change of this day was told of already @param ended contracts whose end was */
    record There(Map<String, LocalDate> persons, Set<String> changed, Set<String> contracts, Set<String> ended) {
        /** Whether a contract of the loan was not told yet. */
        boolean newContract(LoanFacts loan) {
            return loan.contracts().stream().anyMatch(contract -> !contracts.contains(contract.contract()));
        }
    }

    There there(List<LoanFacts> loans) {
        persons.lookedUp();
        contracts.lookedUp();
        Set<String> people = loans.stream().map(loan -> loan.borrower().key()).collect(Collectors.toSet());
        List<String> secured = loans.stream().flatMap(loan -> loan.contracts().stream()).map(ContractFacts::contract).toList();
        return new There(store.persons(people), store.changedOn(reported, people), store.contracts(secured), store.ended(secured));
    }

    /** @param wrong with what an account refers to @param holds whether the account waits for it: then nothing was added */
    record Before(List<Finding> wrong, boolean holds) {}

    /** Adds what the Center does not have yet. @param known the account itself is there, and so are the people it was told with: what is new of them does not hold it back */
    Before before(LoanFacts loan, boolean known, There there) {
        CreditRecord person = person(loan, there);
        Map<String, CreditRecord> secured = contracts(loan, there);
        List<Finding> ofPerson = person == null ? List.of() : Validation.of(person, context);
        List<Finding> wrong = new ArrayList<>(ofPerson);
        secured.values().forEach(record -> wrong.addAll(Validation.of(record, context)));
        boolean holds = wrong.size() > (known ? ofPerson.size() : 0);
        if (!holds) {
            if (person != null && ofPerson.isEmpty()) {
                add(loan, person);
            }
            secured.forEach((contract, record) -> add(contract, record, "10"));
        }
        return new Before(List.copyOf(wrong), holds);
    }

    /** Somebody the Center was never told of, or of whom something was learnt since; one record of a person in a file. */
    private @Nullable CreditRecord person(LoanFacts loan, There there) {
        PersonFacts borrower = loan.borrower();
        LocalDate told = there.persons().get(borrower.key());
        boolean nothingNew = told != null && !borrower.updated().isAfter(told);
        return nothingNew || persons.has(borrower.key()) || there.changed().contains(borrower.key())
                ? null
                : records.person(borrower, told == null ? NEW : CHANGED, loan.account().office(), context.reporter().segment(), reported);
    }

    private Map<String, CreditRecord> contracts(LoanFacts loan, There there) {
        Map<String, CreditRecord> secured = new LinkedHashMap<>();
        for (ContractFacts contract : loan.contracts()) {
            if (!there.contracts().contains(contract.contract()) && !contracts.has(contract.contract())) {
                secured.put(contract.contract(), records.contract(contract, loan.account().borrower(), loan.account().office(), reported));
            }
        }
        return secured;
    }

    /** Ends the contracts of an account that is closed: not in the file that may still tell their beginning. */
    void after(LoanFacts loan, CreditRecord account, There there) {
        if (CLOSED.equals(account.value("AcctStatus"))) {
            end(loan.contracts().stream(), loan, there);
        }
    }

    /** Ends the contracts the Center has of an account that was closed otherwise than by this run. */
    void afterClosing(LoanFacts loan, There there) {
        List<String> open = loan.contracts().stream().map(ContractFacts::contract).filter(contract -> there.contracts().contains(contract) && !there.ended().contains(contract)).toList();
        Set<String> before = open.isEmpty() ? Set.of() : store.toldBefore(reported, open);
        end(loan.contracts().stream().filter(contract -> before.contains(contract.contract())), loan, there);
    }

    private void end(Stream<ContractFacts> of, LoanFacts loan, There there) {
        of.filter(contract -> !contracts.has(contract.contract()) && !there.ended().contains(contract.contract()))
                .forEach(contract -> add(contract.contract(), records.ended(contract, loan.account().borrower(), loan.account().office(), reported), "20"));
    }

    private void add(LoanFacts loan, CreditRecord person) {
        PersonFacts borrower = loan.borrower();
        Accepted told = new Accepted(reported, person.value("RptDateCode"), null, null, false, Set.of());
        ReportStore.Whom whom = new ReportStore.Whom(borrower.key(), borrower.updated());
        persons.add(new ReportStore.Row(loan.account().account() + "/borrower", PERSON, told, false, whom), borrower.key(), person);
    }

    private void add(String contract, CreditRecord record, String event) {
        contracts.add(contract, CONTRACT, record, new Accepted(reported, event, null, null, false, Set.of()), false);
    }

    List<FileName> finish() throws IOException {
        List<FileName> files = new ArrayList<>(persons.finish());
        files.addAll(contracts.finish());
        return files;
    }

    @Override
    public void close() throws IOException {
        persons.close();
        contracts.close();
    }
}
