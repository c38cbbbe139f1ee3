package io.jinqiao.credit.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.credit.CreditLists;
import io.jinqiao.credit.Side;
import io.jinqiao.credit.file.ListFile;
import io.jinqiao.credit.notice.Duties;
import io.jinqiao.credit.record.CodeTables;
import io.jinqiao.credit.store.ListStore;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.support.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bank that reports its loans itself sends the list of what it told; it is held against what is known here. */
class ListDeskTest {
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final PartnerId BANK = new PartnerId("icbc");
    private static final String PAYING = ",1,N,544301,0,0";

    @TempDir
    private Path folder;

    private HikariDataSource database;
    private CreditFixture credit;
    private ListStore store;
    private ListDesk desk;

    @BeforeEach
    void theBankReports() throws IOException {
        database = TestDatabase.migrated();
        credit = new CreditFixture(database, folder);
        credit.duties = new Duties(Side.BANK, Side.BANK, Side.BANK, "协2026-1", CreditFixture.TERMS);
        store = new ListStore(credit.sql);
        desk = new ListDesk(store, new CodeTables(new Sources(folder, ListDeskTest.class.getClassLoader())), "icbc"::equals, credit.house.clock());
        assertThat(credit.run(SEPTEMBER, CreditFixture.paying(3)).elsewhere()).isEqualTo(3);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private long taken(String... lines) {
        byte[] list = (CreditLists.HEADER + "\r\n" + String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
        return credit.house.transaction().execute(status -> {
            try {
                return desk.take(BANK, SEPTEMBER, new ByteArrayInputStream(list), "wang");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private List<String> differing() {
        return credit.sql.queryForList(
                "SELECT loan_account_no || ' ' || coalesce(ours::text, 'nothing') || ' ' || coalesce(theirs::text, 'nothing') FROM credit_fact_list WHERE ours IS DISTINCT FROM theirs ORDER BY 1", String.class);
    }

    private static List<String> places(Refusal refusal, Function<Problem, String> what) {
        return refusal.problems().stream().map(what).toList();
    }

    @Test
    @DisplayName("nothing is sent of them, and a list that says the same differs in nothing")
    void same() {
        assertThat(credit.sql.queryForObject("SELECT count(*) FROM credit_file", Long.class)).isZero();
        assertThat(store.missing(SEPTEMBER)).containsExactly("icbc");
        assertThat(taken("GJJ1" + PAYING, "GJJ2" + PAYING, "GJJ3" + PAYING)).isEqualTo(3);
        assertThat(differing()).isEmpty();
        assertThat(store.missing(SEPTEMBER)).isEmpty();
    }

    @Test
    @DisplayName("a loan that stands otherwise, one the bank forgot and one nobody knows here are shown with both sides; the next list takes the place of this one")
    void differs() {
        taken("GJJ1,2,1,544301,1,1991", "GJJ2" + PAYING, "GJJ9" + PAYING);
        assertThat(differing()).containsExactly("GJJ1 {1,N,544301,0,0} {2,1,544301,1,1991}", "GJJ3 {1,N,544301,0,0} nothing", "GJJ9 nothing {1,N,544301,0,0}");
        assertThat(credit.sql.queryForObject("SELECT differing FROM credit_fact_list_taken", Long.class)).isEqualTo(3);
        taken("GJJ1" + PAYING, "GJJ2" + PAYING, "GJJ3" + PAYING);
        assertThat(differing()).isEmpty();
    }

    @Test
    @DisplayName("a list that cannot be read is refused whole with every line and item, and the one before still counts")
    void unreadable() {
        taken("GJJ1" + PAYING, "GJJ2" + PAYING, "GJJ3" + PAYING);
        assertThatThrownBy(() -> taken("GJJ1,9,N,544301.00,0,-1", "GJJ 2" + PAYING, "GJJ3,1,N", "GJJ4" + PAYING, "GJJ4" + PAYING))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(places(refusal, Problem::field))
                        .containsExactly("line 2 AcctStatus", "line 2 AcctBal", "line 2 TotOverd", "line 3 loanAccountNo", "line 4", "GJJ4"));
        assertThat(differing()).isEmpty();
        assertThatThrownBy(() -> credit.house.transaction().execute(status -> {
                    try {
                        return desk.take(BANK, SEPTEMBER, new ByteArrayInputStream("账号;余额".getBytes(StandardCharsets.UTF_8)), "wang");
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems().get(0).arguments()).contains(CreditLists.HEADER));
    }

    @Test
    @DisplayName("a list of other things altogether is refused with a hundred problems, not with one for each of its lines")
    void bounded() {
        String[] lines = IntStream.range(0, 5000).mapToObj(i -> "x".repeat(1000)).toArray(String[]::new);
        assertThatThrownBy(() -> taken(lines)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems()).hasSize(ListFile.MAX_PROBLEMS));
    }
}
