package io.jinqiao.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.rulebook.RuleProblem;
import io.jinqiao.rulebook.RulebookException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;

class ShippedFoldersTest {

    @Test
    void everyShippedFolderIsWithoutAProblem() {
        Folders.Read read = ShippedFolders.read(Path.of("."));
        assertThat(read.problems()).isEmpty();
        assertThat(read.dialects()).containsKey("icbc");
    }

    @Test
    void aBadFolderStopsTheStartWithEveryProblem() {
        MemoryFolders folders = new MemoryFolders()
                .replace("adapters/icbc/adapter.yaml", "charset: UTF-8\nmoney", "charset: UTF-9\nmoney")
                .replace("adapters/icbc/codes.yaml", "failure: loan.unknown", "failure: loan.lost")
                .replace("adapters/icbc/mapping/attachment.yaml", "as: base64", "as: base65");
        assertThatThrownBy(() -> new FolderCatalogue(folders, new StandardEnvironment(), ShippedFolders.CLOCK))
                .isInstanceOfSatisfying(RulebookException.class, e -> assertThat(e.problems())
                        .extracting(RuleProblem::file)
                        .containsExactly("adapters/icbc/adapter.yaml", "adapters/icbc/codes.yaml", "adapters/icbc/mapping/attachment.yaml"));
    }

    @Test
    void aPlaceholderWithoutAValueStopsTheStart() {
        MemoryFolders folders = new MemoryFolders()
                .replace("adapters/icbc/adapter.yaml", "${ICBC_URL:https://localhost:9443}", "${NOBODY_SETS_THIS}");
        assertThatThrownBy(() -> new FolderCatalogue(folders, new StandardEnvironment(), ShippedFolders.CLOCK))
                .isInstanceOf(RulebookException.class)
                .hasMessageContaining("NOBODY_SETS_THIS");
    }

    @Test
    void slashesBehindAnAddressDoNotDoubleThoseOfThePaths() {
        MemoryFolders folders = new MemoryFolders()
                .replace("adapters/icbc/adapter.yaml", "${ICBC_URL:https://localhost:9443}", "${ICBC_URL:https://localhost:9443//}");
        assertThat(new FolderCatalogue(folders, new StandardEnvironment(), ShippedFolders.CLOCK).partner(new PartnerId("icbc")).orElseThrow().descriptor().channels())
                .extracting(Channel::address).contains("https://localhost:9443");
    }

    @Test
    void theFormsNameTheOperationsThereAre() {
        String forms = new MemoryFolders().get("adapters/_schema/adapter.schema.json").text();
        for (Operation operation : Operation.values()) {
            assertThat(forms).contains("\"" + operation.id() + "\"");
        }
    }
}
