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
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an account refers to: its borrower and its mortgage contracts. They go in files of their own, which are finished before that of the accounts. */
final class References implements AutoCloseable {
    private static final String PERSON = "110";
    private static final String CONTRACT = "510";
    private static final String CLOSED = "3";

    private final ReferenceStore store;
    private final LocalDate reported;
    private final ReportContext context;
    private final ReferenceRecords records;
    private final FileInMaking persons;
    private final FileInMaking contracts;
    private final Set<PersonFacts> told = new HashSet<>();

    References(Reports house, LocalDate reported, RecordTypes types, ReportContext context) throws IOException {
        this.store = house.references();
        this.reported = reported;
        this.context = context;
        this.records = new ReferenceRecords(types.at(PERSON, reported), types.at(CONTRACT, reported));
        this.persons = new FileInMaking(house, context.reporter().segment(), PERSON);
        this.contracts = new FileInMaking(house, context.reporter().segment(), CONTRACT);
    }

    /** What the Center has of some loans, or has on its way: asked for once. */
    record There(Set<String> persons, Set<String> contracts) {
        /** Whether a contract of the loan was not told yet. */
        boolean newContract(LoanFacts loan) {
            return loan.contracts().stream().anyMatch(contract -> !contracts.contains(contract.contract()));
        }
    }

    There there(List<LoanFacts> loans) {
        return new There(
                store.known(PERSON, loans.stream().map(References::borrower).toList()),
                store.known(CONTRACT, loans.stream().flatMap(loan -> loan.contracts().stream()).map(ContractFacts::contract).toList()));
    }

    private static String borrower(LoanFacts loan) {
        return loan.account().account() + "/borrower";
    }

    /** Adds what the Center does not have yet. @param known the account itself is there @return what is wrong with it; then nothing was added */
    List<Finding> before(LoanFacts loan, boolean known, There there) {
        List<Finding> findings = new ArrayList<>();
        CreditRecord person = known || there.persons().contains(borrower(loan)) ? null : records.person(loan.borrower(), loan.account().office(), context.reporter().segment(), reported);
        if (person != null) {
            findings.addAll(Validation.of(person, context));
        }
        Map<String, CreditRecord> secured = new LinkedHashMap<>();
        for (ContractFacts contract : loan.contracts()) {
            if (!there.contracts().contains(contract.contract()) && !contracts.has(contract.contract())) {
                CreditRecord record = records.contract(contract, loan.account().borrower(), loan.account().office(), reported);
                findings.addAll(Validation.of(record, context));
                secured.put(contract.contract(), record);
            }
        }
        if (findings.isEmpty()) {
            if (person != null && !persons.has(borrower(loan)) && told.add(loan.borrower())) {
                add(persons, PERSON, borrower(loan), person, "10");
            }
            secured.forEach((contract, record) -> add(contracts, CONTRACT, contract, record, "10"));
        }
        return List.copyOf(findings);
    }

    /** Ends the contracts of an account that is closed: not in the file that may still tell their beginning. */
    void after(LoanFacts loan, CreditRecord account) {
        if (CLOSED.equals(account.value("AcctStatus"))) {
            loan.contracts().stream()
                    .filter(contract -> !contracts.has(contract.contract()))
                    .forEach(contract -> add(contracts, CONTRACT, contract.contract(), records.ended(contract, loan.account().borrower(), loan.account().office(), reported), "20"));
        }
    }

    private void add(FileInMaking file, String type, String key, CreditRecord record, String event) {
        file.add(key, type, record, new Accepted(reported, event, null, null, false, Set.of()), false);
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
