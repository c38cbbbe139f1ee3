package io.jinqiao.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactsTest {
    /** The crash campaign breaks the gateway on purpose, to show that it would notice. */
    private static final String ON_PURPOSE =
            "src/main/java/io/jinqiao/workbench/bench/crash/Books.java uses delivery_inbox, a table of delivery";

    @Test
    void noRoomTouchesAnotherRoomsTables() {
        FactRules rules = new FactRules(house());

        assertThat(rules.tables()).hasSizeGreaterThan(5);
        assertThat(rules.problems()).filteredOn(p -> !p.equals(ON_PURPOSE)).isEmpty();
    }

    @Test
    void everyPublishedFactSaysWhatItsColumnsMean() {
        assertThat(new FactRules(house()).undocumentedFacts()).isEmpty();
    }

    @Test
    void wouldNoticeARoomThatReadsAnotherRoomsTable() {
        assertThat(twin("console", "SELECT * FROM loan_loan l").problems())
                .containsExactly("src/main/java/io/jinqiao/console/Twin.java uses loan_loan, a table of loan");
    }

    @Test
    void wouldNoticeARoomThatMustNotReadFacts() {
        assertThat(twin("delivery", "SELECT * FROM loan_fact_loan").problems()).singleElement().asString()
                .startsWith("src/main/java/io/jinqiao/delivery/Twin.java reads loan_fact_loan");
    }

    @Test
    void wouldNoticeATableUnderAnotherRoomsName() {
        Map<String, String> files = Map.of(
                "src/main/resources/db/migration/loan/V1__loan.sql", "CREATE TABLE delivery_loan (id int);");

        assertThat(new FactRules(files).problems())
                .containsExactly("migration of loan makes delivery_loan, which does not begin with loan_");
    }

    @Test
    void wouldNoticeAFactWithoutWords() {
        assertThat(twin("loan", "").undocumentedFacts()).containsExactly("loan_fact_loan");
    }

    @Test
    void letsARoomReadItsOwnTablesAndTheConsoleReadFacts() {
        assertThat(twin("loan", "SELECT * FROM loan_loan").problems()).isEmpty();
        assertThat(twin("console", "SELECT * FROM loan_fact_loan").problems()).isEmpty();
    }

    private static FactRules twin(String room, String sql) {
        return new FactRules(Map.of(
                "src/main/resources/db/migration/loan/V1__loan.sql",
                "CREATE TABLE loan_loan (id int);\nCREATE VIEW loan_fact_loan AS SELECT * FROM loan_loan;",
                "src/main/java/io/jinqiao/" + room + "/Twin.java",
                "String sql = \"" + sql + "\";"));
    }

    private static Map<String, String> house() {
        Map<String, String> files = new HashMap<>(Sources.below("src/main/java", ".java"));
        files.putAll(Sources.below("src/main/resources/db/migration", ".sql"));
        return files;
    }
}
