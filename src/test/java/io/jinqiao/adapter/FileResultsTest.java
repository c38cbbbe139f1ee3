package io.jinqiao.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.FileResult;
import io.jinqiao.message.FileResult.LineProblem;
import io.jinqiao.message.Problem;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileResultsTest {

    /** Whatever stands in its head: the answer to another file may lie under the name that follows from it. */
    @ParameterizedTest
    @CsvSource({
        "HFRS_20260228_R1.DAT, HFRS_20260228_R1.RES",
        "HFRS_20260227_R2.DAT, HFRS_20260227_R2.RES",
        "HFRS_20260230_R1.DAT, HFRS_-_HFRS_20260230_R1.DAT.RES"
    })
    void aFileIsAnsweredUnderWhatItsOwnNameSays(String name, String answered) {
        FileResult refused = new FileResult(
                "R1", name, LocalDate.of(2026, 2, 28), 0, List.of(new LineProblem(0, Problem.of(FailureCode.FILE_NAME_UNKNOWN, "HFRS"))), List.of(), 0);
        assertThat(new FileResults(ShippedFolders.files("abc"), hash -> null).answer(refused, null).answer().name()).isEqualTo(answered);
    }
}
