package io.jinqiao.adapter.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.adapter.mapping.Kind;
import io.jinqiao.adapter.mapping.WireSink;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final Charset GB18030 = Charset.forName("GB18030");

    /** Writes every event down. */
    private static final class Told implements WireSink {
        final StringBuilder told = new StringBuilder();

        @Override
        public void startGroup(String name) {
            told.append(name).append('{');
        }

        @Override
        public void endGroup() {
            told.append('}');
        }

        @Override
        public void startList(String name) {
            told.append(name).append('[');
        }

        @Override
        public void endList() {
            told.append(']');
        }

        @Override
        public void leaf(String name, String text, Kind kind) {
            told.append(name).append('=').append(text).append(';');
        }
    }

    @Test
    void tellsGroupsTextsAndRows() {
        assertThat(read("<a>\n <x>1</x><p><n>A</n></p><p><n>B</n><e/></p> <t><![CDATA[<&]]>&gt;</t></a>"))
                .isEqualTo("{x=1;p{n=A;}p{n=B;e=;}t=<&>;}");
    }

    @Test
    void tellsAnEmptyRootAndARootOfBlanks() {
        assertThat(read("<a/>")).isEqualTo("{}");
        assertThat(read("<a> \n</a>")).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "x", "{}", "<b/>", "<a>", "<a></b>", "<a/><a/>", "<a/>x", "x<a/>", "<a>text</a>", "<a><x>1</x>y</a>", "<a><x><y>1</y>z</x></a>",
        "<a k='v'/>", "<a><x xmlns='u'>1</x></a>", "<a><!-- c --></a>", "<!-- c --><a/>", "<a><?p x?></a>", "<a><x>1<!-- c -->2</x></a>",
        "<!DOCTYPE a><a/>", "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/x.dtd\"><a/>", "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a><x>&e;</x></a>",
        "<a><x>&undeclared;</x></a>", "<a><x>&#0;</x></a>", "<a><x>&#xD800;</x></a>", "<a><x>\u0001</x></a>", "<a><x>]]></x></a>", "<a><x>1</x></a>\u0000",
        "<?xml version=\"1.1\"?><a/>", "<a><1/></a>"
    })
    void refusesWhatIsNotOneDocumentOfElementsAndText(String text) {
        assertThat(refusal(text)).isEqualTo(FailureCode.FRAME_UNREADABLE);
    }

    @Test
    void refusesABombOfEntitiesBeforeItGrows() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY l").append(i).append(" \"").append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
        }
        assertThat(refusal(bomb + "]><a><x>&l29;</x></a>")).isEqualTo(FailureCode.FRAME_UNREADABLE);
    }

    @Test
    void refusesTwoHundredLevelsAndTakesTheAgreedNumber() {
        assertThat(refusal("<a>".repeat(200) + "1" + "</a>".repeat(200))).isEqualTo(FailureCode.FRAME_TOO_DEEP);
        assertThat(refusal("<a>" + "<b>".repeat(5000) + "1" + "</b>".repeat(5000) + "</a>")).isIn(FailureCode.FRAME_TOO_DEEP, FailureCode.FRAME_UNREADABLE);
        assertThat(read("<a><b><b><b><b>1</b></b></b></b></a>")).isEqualTo("{b{b{b{b=1;}}}}");
    }

    @ParameterizedTest
    @CsvSource({
        "<a><x>1</x><x>1</x></a>, x", "<a><x/><x>1</x></a>, x", "<a><x>1</x><y>2</y><x>1</x></a>, x", "<a><p><n>1</n></p><y/><p><n>1</n></p></a>, p",
        "<a><p><n>1</n></p><p/></a>, p", "<a><p/><p><n>1</n></p></a>, p", "<a><p><n>1</n><n>2</n></p></a>, n"
    })
    void refusesWhatStandsTwiceAndIsNoRow(String text, String name) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(text));
        assertThat(refusal.problems()).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo(FailureCode.MEMBER_DUPLICATE);
            assertThat(p.arguments()).containsExactly(name);
        });
    }

    @ParameterizedTest
    @CsvSource({"GBK, true", "gbk, true", "GB2312, true", "UTF-8, false", "ISO-8859-1, false"})
    void takesADeclaredCharsetOnlyIfItIsAgreed(String declared, boolean taken) {
        String text = "<?xml version=\"1.0\" encoding=\"" + declared + "\"?><a/>";
        List<Charset> agreed = List.of(GBK, Charset.forName("GB2312"));
        if (taken) {
            try (StrictXml in = new StrictXml(text, agreed)) {
                assertThat(in.next()).isEqualTo(StrictXml.Step.START);
            }
        } else {
            Refusal refusal = catchThrowableOfType(Refusal.class, () -> new StrictXml(text, agreed));
            assertThat(refusal.problems().get(0).code()).isEqualTo(FailureCode.CHARSET_WRONG);
        }
    }

    @Test
    void writesRareCharactersAsTheyAreWhereTheCharsetHasThemElseByNumber() {
        String rare = "沐䶮𬱖";
        assertThat(write(GB18030, sink -> sink.leaf("x", rare, Kind.STRING))).isEqualTo("<a><x>沐䶮𬱖</x></a>");
        String gbk = write(GBK, sink -> sink.leaf("x", rare, Kind.STRING));
        assertThat(gbk).isEqualTo("<a><x>沐&#x4DAE;&#x2CC56;</x></a>");
        assertThat(read(new String(gbk.getBytes(GBK), GBK))).isEqualTo("{x=" + rare + ";}");
    }

    @Test
    void writesWhatItCanReadAgain() {
        String text = "<&>\"'\r\n\t 1 ]]>";
        assertThat(read(write(StandardCharsets.UTF_8, sink -> sink.leaf("x", text, Kind.STRING)))).isEqualTo("{x=" + text + ";}");
        assertThat(write(GBK, sink -> {
                    sink.startList("p");
                    for (int i = 1; i < 3; i++) {
                        sink.startGroup("");
                        sink.leaf("n", "" + i, Kind.NUMBER);
                        sink.endGroup();
                    }
                    sink.endList();
                }))
                .isEqualTo("<a><p><n>1</n></p><p><n>2</n></p></a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\u001f", "\ud84d"})
    void writesNothingThatNobodyCouldRead(String text) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> write(GB18030, sink -> sink.leaf("x", text, Kind.STRING)));
        assertThat(refusal.problems().get(0).theirField()).isEqualTo("x");
    }

    private static String read(String text) {
        Told told = new Told();
        new XmlEncoding(GBK).read(text, "a", 8, told);
        return told.told.toString();
    }

    private static String write(Charset charset, Consumer<WireSink> members) {
        return new XmlEncoding(charset).write("a", sink -> {
            sink.startGroup("");
            members.accept(sink);
            sink.endGroup();
        });
    }

    private static FailureCode refusal(String text) {
        return catchThrowableOfType(Refusal.class, () -> read(text)).problems().get(0).code();
    }
}
