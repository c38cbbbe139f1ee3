package io.jinqiao.adapter.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.ShippedFolders;
import io.jinqiao.support.Heard;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.component.file.GenericFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegularFilesTest {
    private final Heard heard = Heard.from(RegularFiles.class);
    private final RegularFiles files = new RegularFiles("ccb", ShippedFolders.files("ccb").request().form());

    @TempDir
    Path inbox;

    @AfterEach
    void end() {
        heard.close();
    }

    @Test
    void aFileIsOneWithItsMarkerAndWithoutIt() throws IOException {
        Path file = Files.createFile(inbox.resolve("REPAY_20261125_R1.xml"));
        assertThat(accepted(file)).isTrue();
        Files.createFile(inbox.resolve("REPAY_20261125_R1.xml.flg"));
        assertThat(accepted(file)).isTrue();
        assertThat(heard.text()).isEmpty();
    }

    @Test
    void aLinkIsToldOnceAndNotFollowed() throws IOException {
        Path elsewhere = Files.createFile(inbox.resolve("secret"));
        Path link = Files.createSymbolicLink(inbox.resolve("REPAY_20261125_R2.xml"), elsewhere);
        assertThat(accepted(link)).isFalse();
        assertThat(accepted(link)).isFalse();
        assertThat(heard.text().lines()).hasSize(1).first().asString().startsWith("ERROR ALARM files: REPAY_20261125_R2.xml of ccb");
    }

    @Test
    void aPipeThatNeverEndsIsNoFileAndNoMarker() throws Exception {
        Path pipe = pipe("REPAY_20261125_R3.xml");
        Path file = Files.createFile(inbox.resolve("REPAY_20261125_R4.xml"));
        pipe("REPAY_20261125_R4.xml.flg");
        assertThat(accepted(pipe)).isFalse();
        assertThat(accepted(file)).isFalse();
        assertThat(heard.text()).contains("R3.xml of ccb", "R4.xml.flg of ccb");
    }

    @Test
    void whatTookThePlaceOfOneThatWentIsToldAgain() throws IOException {
        Path link = inbox.resolve("REPAY_20261125_R5.xml");
        for (int i = 0; i < 2; i++) {
            Files.createSymbolicLink(link, inbox.resolve("nowhere"));
            assertThat(accepted(link)).isFalse();
            Files.delete(link);
            assertThat(accepted(Files.createSymbolicLink(inbox.resolve("REPAY_20261125_R6" + i + ".xml"), link))).isFalse();
        }
        assertThat(heard.text().lines().filter(line -> line.contains("R5.xml"))).hasSize(2);
    }

    private Path pipe(String name) throws Exception {
        Path pipe = inbox.resolve(name);
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        return pipe;
    }

    private boolean accepted(Path path) {
        GenericFile<File> file = new GenericFile<>();
        file.setFile(path.toFile());
        return files.accept(file);
    }
}
