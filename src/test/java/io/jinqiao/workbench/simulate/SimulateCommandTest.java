package io.jinqiao.workbench.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinqiao.support.TestIdentities;
import io.jinqiao.workbench.Commands;
import io.jinqiao.workbench.simulate.credit.enquiry.Profile;
import io.jinqiao.workbench.simulate.credit.enquiry.Trick;
import io.jinqiao.workbench.simulate.credit.report.Manner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulator as somebody starts it. */
class SimulateCommandTest {
    private final Commands commands = new Commands();

    @TempDir
    private Path home;

    @BeforeEach
    void identities() throws IOException {
        TestIdentities.made();
        Files.createSymbolicLink(home.resolve("certs-dev"), Path.of("target/certs-dev").toAbsolutePath());
    }

    @ParameterizedTest
    @CsvSource({"abc, bank, abc: localhost:, TCP with TLS", "icbc, bank, icbc: https://localhost:, client certificate", "abc, centre, 'the centre, for abc: localhost:', TCP with TLS"})
    void tellsItsAddressAsTheCallersSettingsWantIt(String partner, String role, String address, String more) throws InterruptedException {
        Thread simulator = new Thread(() -> commands.run("simulate", partner, "--as", role, "--port", "0", "--home", home.toString()));
        simulator.start();
        await().atMost(Duration.ofSeconds(120)).until(() -> commands.said().contains("control: "));
        simulator.interrupt();
        simulator.join();
        assertThat(commands.said()).containsPattern(Pattern.quote(address) + "[1-9][0-9]+").contains(more);
        assertThat(commands.said().contains("https://localhost:")).isEqualTo(partner.equals("icbc"));
    }

    @Test
    void theRegistryIsToldItsDaysAndItsMoodByTheControlPort() throws Exception {
        Thread simulator = new Thread(() -> commands.run("simulate", "registry", "--port", "0", "--home", home.toString()));
        simulator.start();
        await().atMost(Duration.ofSeconds(120)).until(() -> commands.said().contains("control: "));
        Matcher port = Pattern.compile("http://localhost:([0-9]+)/behave").matcher(commands.said());
        assertThat(port.find()).isTrue();
        for (String order : new String[] {"day?times=2", "push?as=out-of-order", "newest-first", "paper?as=broken-seal", "seize?unit=371302001001GB00012F00030045", "outage?as=begin", "sessions-over"}) {
            assertThat(ordered(port.group(1), order)).as(order).startsWith("200");
        }
        assertThat(ordered(port.group(1), "course?case=DJ-nobodys&as=reject")).isEqualTo("400 no case DJ-nobodys");
        assertThat(ordered(port.group(1), "push?as=sideways")).startsWith("400 as: [PROPER, LOST");
        assertThat(ordered(port.group(1), "holiday")).startsWith("404").contains("/seize?unit=");
        assertThat(ordered(port.group(1), "day?times=101")).startsWith("400").contains("from 1 to 100");
        simulator.interrupt();
        simulator.join();
    }

    @Test
    void theCreditCenterIsToldItsTricksAndPrintsItsRules() throws Exception {
        Path key = Files.writeString(home.resolve("sm4.key"), "000102030405060708090a0b0c0d0e0f\n");
        Thread simulator = new Thread(() -> commands.run("simulate", "credit", "--port", "0", "--home", home.toString(), "--credit-gzip", "--credit-sm4-key", key.toString(), "--credit-head", "ZEROS"));
        simulator.start();
        await().atMost(Duration.ofSeconds(120)).until(() -> commands.said().contains("control: "));
        Matcher port = Pattern.compile("control: http://localhost:([0-9]+) ").matcher(commands.said());
        assertThat(port.find()).isTrue();
        assertThat(ordered(port.group(1), "enquiries?as=not-gzip&times=1")).isEqualTo("200 ok");
        assertThat(ordered(port.group(1), "objection?account=D19999999H0001X&name=A&id=1")).isEqualTo("200 YY00000001");
        assertThat(ordered(port.group(1), "holiday")).startsWith("404").contains("GET /rules");
        simulator.interrupt();
        simulator.join();
        assertThat(commands.said()).contains("exercised / implemented: 0 / ");
    }

    @Test
    void aKeyThatIsNoneIsToldInASentence() throws IOException {
        Path key = Files.writeString(home.resolve("sm4.key"), "short");
        assertThat(commands.run("simulate", "credit", "--port", "0", "--home", home.toString(), "--credit-sm4-key", key.toString())).isNotZero();
        assertThat(commands.said()).contains("32 hexadecimal digits").doesNotContain("\tat ");
    }

    private static String ordered(String port, String order) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + order)).POST(HttpRequest.BodyPublishers.noBody()).build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body().strip();
    }

    @ParameterizedTest
    @ValueSource(strings = {"icbc", "abc"})
    void aPortThatIsTakenIsToldInASentence(String partner) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(commands.run("simulate", partner, "--port", "" + taken.getLocalPort(), "--home", home.toString())).isNotZero();
            assertThat(commands.said()).contains("端口 " + taken.getLocalPort() + " 已被其他程序占用", "--port").doesNotContain("\tat ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "icbc"})
    void soItIsForTheEngineInReverse(String like) throws IOException {
        Path own = Files.createDirectory(home.resolve("own"));
        assertThat(commands.run("new-partner", "lake-bank", "--like", like, "--home", own.toString())).isZero();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(commands.run("simulate", "lake-bank", "--port", "" + taken.getLocalPort(), "--home", own.toString())).isNotZero();
            assertThat(commands.said()).contains("端口 " + taken.getLocalPort() + " 已被其他程序占用", "--port").doesNotContain("\tat ");
        }
    }

    @Test
    void aControlPortThatIsTakenIsToldInASentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(commands.run("simulate", "icbc", "--port", "0", "--control-port", "" + taken.getLocalPort(), "--home", home.toString())).isNotZero();
            assertThat(commands.said()).contains("" + taken.getLocalPort(), "--control-port").doesNotContain("\tat ");
        }
    }

    @Test
    void thePageNamesEveryBehaviourAndOptionThereIs() throws IOException {
        String page = Files.readString(Path.of("docs/simulators.md"));
        String words = Arrays.stream(Behaviour.values()).map(b -> "`" + b.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "`").collect(Collectors.joining(" "));
        Matcher rows = Pattern.compile("(?m)^\\| (`[^|]*`) \\| (?:yes|no)").matcher(page);
        assertThat(rows.results().flatMap(row -> Arrays.stream(row.group(1).split(", "))).sorted().collect(Collectors.joining(" ")))
                .isEqualTo(Arrays.stream(words.split(" ")).sorted().collect(Collectors.joining(" ")));
        Stream.of(Manner.values(), Trick.values(), Profile.values())
                .flatMap(Arrays::stream)
                .map(word -> "`" + word.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "`")
                .forEach(word -> assertThat(page).contains(word));
        new picocli.CommandLine(new SimulateCommand()).getCommandSpec().options().stream()
                .map(option -> option.longestName())
                .filter(name -> !name.equals("--help") && !name.equals("--version"))
                .forEach(name -> assertThat(page).contains(name));
    }
}
