package io.jinqiao.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.jinqiao.support.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StatementDeskTest {
    private static HikariDataSource pool;

    @BeforeAll
    static void open() {
        pool = TestDatabase.migrated();
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @Test
    void aStatementIsSealedOnceAndItsFileIsTheSameEverAfter() throws Exception {
        byte[] file = at("2026-11-23T07:00:00Z").sealed(statement("JS-1", "56,250.00 元"));
        assertThat(at("2026-11-24T07:00:00Z").sealed(statement("JS-1", "56,250.00 元"))).as("a day later").isEqualTo(file);
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getSignatureDictionaries()).singleElement().satisfies(signature -> {
                int[] range = signature.getByteRange();
                assertThat(range[2] + range[3]).as("over the whole file").isEqualTo(file.length);
            });
            assertThat(new PDFTextStripper().getText(document)).contains("委托贷款手续费结算单").contains("JS-1").contains("示范银行：").contains("56,250.00 元").contains("2026年11月23日");
        }
    }

    @Test
    void aNumberThatSaidSomethingElseIsRefused() {
        at("2026-11-23T07:00:00Z").sealed(statement("JS-2", "1.00 元"));
        assertThat(catchThrowableOfType(Refusal.class, () -> at("2026-11-23T07:00:00Z").sealed(statement("JS-2", "2.00 元"))).problems().get(0).code())
                .isEqualTo(FailureCode.OPINION_NUMBER_TAKEN);
    }

    private static StatementDesk at(String instant) {
        OpinionSettings settings = SealRooms.settings(OpinionSettings.Format.PDF);
        JdbcClient db = JdbcClient.create(pool);
        SealDevices devices = SealRooms.devices(settings, Map.of("device", TestSeal.device()));
        return new StatementDesk(new SealRoom(settings, devices, new SealStore(db), SealRooms.TITLES, Clock.fixed(Instant.parse(instant), ZoneOffset.UTC)), db);
    }

    private static Statement statement(String number, String payable) {
        return new Statement(
                "委托贷款手续费结算单", number, Approvals.BANK, "现将住房公积金委托贷款手续费结算如下。", List.of(new Statement.Row("本次应付", payable)), LocalDate.of(2026, 11, 23));
    }
}
