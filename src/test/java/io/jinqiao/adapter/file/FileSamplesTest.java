package io.jinqiao.adapter.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileSamplesTest {

    static Stream<FileSample> everySample() {
        return FileSample.all();
    }

    @ParameterizedTest
    @MethodSource("everySample")
    void readsTheFileAsItsCanonicalContent(FileSample sample) {
        Gathered gathered = new Gathered();
        FileLayout.Reading reading = sample.layout().read(new ByteArrayInputStream(sample.bytes()), sample.beside(), gathered);
        assertThat(gathered.refused).isEmpty();
        assertThat(reading.head()).isEqualTo(sample.head());
        assertThat(gathered.rows).isEqualTo(sample.rows());
        assertThat(reading.rows()).isEqualTo(sample.rows().size());
    }

    @ParameterizedTest
    @MethodSource("everySample")
    void writesTheCanonicalContentAsTheFileByteForByte(FileSample sample) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String beside = sample.layout().write(sample.head(), sample.rows().iterator(), out);
        assertThat(FileDifference.between(sample.bytes(), out.toByteArray(), sample.layout())).isNull();
        assertThat(beside).isEqualTo(sample.beside() == null ? "" : sample.beside());
    }

    @Test
    void thereAreFilesAndResultsOfEveryBank() {
        assertThat(FileSample.all().map(FileSample::partner).distinct()).hasSize(4);
        assertThat(FileSample.all().filter(FileSample::result).map(FileSample::partner).distinct()).hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("everySample")
    void aDifferenceIsToldWithItsColumn(FileSample sample) {
        if (!sample.name().contains(".daily.")) {
            return;
        }
        byte[] other = sample.bytes();
        String text = new String(other, java.nio.charset.StandardCharsets.ISO_8859_1);
        other[text.indexOf("H202611200000001")] = 'X';
        assertThat(FileDifference.between(sample.bytes(), other, sample.layout()))
                .containsAnyOf("HostSerial", "host_serial", "HOST_SERIAL", "hostSerial");
        assertThat(FileDifference.between(sample.bytes(), Arrays.copyOf(sample.bytes(), 10), sample.layout())).contains("line 1");
    }
}
