package io.jinqiao.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.delivery.CommitPoints;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RoomPictureTest {
    private static final Map<String, Set<String>> CODE = HousePicture.inTheCode();

    @Test
    void thePictureShowsTheRoomsAndArrowsOfTheCode() {
        assertThat(HousePicture.problems(Sources.text("docs/house.svg"), CODE)).isEmpty();
    }

    @Test
    void theTableSaysWhatEachRoomMayUse() {
        assertThat(HousePicture.tableProblems(Sources.text("docs/house.md"), CODE)).isEmpty();
    }

    @Test
    void theFlowPictureShowsEveryCommitPointAndStagesThatExist() {
        String flow = Sources.text("docs/flow.svg");

        assertThat(all("data-point=\"([A-Z_]+)\"", flow))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(CommitPoints.Point.values()).map(Enum::name).toList());
        assertThat(all("data-type=\"([A-Za-z]+)\"", flow))
                .hasSize(5)
                .allMatch(type -> Files.exists(Path.of("src/main/java/io/jinqiao/adapter/" + type + ".java")));
    }

    @Test
    void wouldNoticeAnArrowThatIsMissingOrTooMuch() {
        Map<String, Set<String>> twin = Map.of("loan", Set.of("message", "rulebook"), "message", Set.of(), "rulebook", Set.of("message"));
        String rooms = "data-room=\"loan\" data-room=\"message\" data-room=\"rulebook\"";

        assertThat(HousePicture.problems(rooms, twin)).containsExactly("not shown: arrow loan -> rulebook");
        assertThat(HousePicture.problems(
                        rooms + " data-from=\"loan\" data-to=\"rulebook\" data-from=\"rulebook\" data-to=\"loan\"", twin))
                .containsExactly("not in the code: arrow rulebook -> loan");
    }

    @Test
    void wouldNoticeARoomThatIsNotDrawn() {
        Map<String, Set<String>> twin = Map.of("message", Set.of(), "loan", Set.of("message"));

        assertThat(HousePicture.problems("data-room=\"message\"", twin)).containsExactly("not shown: room loan");
        assertThat(HousePicture.tableProblems("| `message` | words | loan | nothing |\n", twin))
                .containsExactlyInAnyOrder("not shown: row loan", "not in the code: use by message of loan", "not shown: use by loan of message");
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(r -> r.group(1)).toList();
    }
}
