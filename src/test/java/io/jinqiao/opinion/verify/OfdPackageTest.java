package io.jinqiao.opinion.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.opinion.DocumentFault;
import io.jinqiao.opinion.DocumentVerdict;
import io.jinqiao.opinion.DocumentVerdict.Result;
import io.jinqiao.opinion.OpinionVerification;
import io.jinqiao.opinion.VerificationBasis;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody might do to the package itself. */
class OfdPackageTest {
    private static final VerificationBasis BASIS = Bases.nothing();

    /** Every position of the first and last headers, and many between; the lowest bit, the highest, all of them in turn. */
    @Test
    void oneByteChangedAnywhereIsRefused() {
        int[] flips = {0x01, 0x80, 0xff};
        byte[] genuine = Forger.genuine();
        List<Integer> accepted = new ArrayList<>();
        for (int at = 0; at < genuine.length; at += at < 80 || at > genuine.length - 750 ? 1 : 397) {
            byte[] changed = genuine.clone();
            changed[at] ^= (byte) flips[at % 3];
            if (OpinionVerification.verify(changed, BASIS).result() != Result.REFUSED) {
                accepted.add(at);
            }
        }
        assertThat(accepted).as("positions of " + genuine.length).isEmpty();
    }

    @Test
    void whatIsAddedBeforeBehindOrBetweenIsRefused() {
        byte[] genuine = Forger.genuine();
        byte[] behind = Arrays.copyOf(genuine, genuine.length + 1);
        byte[] commented = Arrays.copyOf(genuine, genuine.length + 1);
        commented[genuine.length - 2] = 1;

        assertFault(verify(behind), DocumentFault.ZIP_DAMAGED);
        assertFault(verify(commented), DocumentFault.ZIP_DAMAGED);
        assertFault(verify(between(genuine)), DocumentFault.ZIP_DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty/", "Doc_0/", "Doc_0/Pages/", "META-INF/"})
    void aFolderNobodySealedIsRefused(String folder) {
        Forger forger = Forger.of();
        forger.files.put(folder, new byte[0]);

        assertFault(verify(forger.zip()), DocumentFault.ZIP_FOLDER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../OFD.xml", "Doc_0/../../x", "/etc/passwd", "C:/x", "a\\b", "a//b", "./a", "a/ b"})
    void aNameThatLeadsElsewhereIsRefused(String name) {
        assertFault(verify(Forger.of().put(name, "x").zip()), DocumentFault.ZIP_NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Doc_0/Document.xmm", "doc_0/document.xml"})
    void twoFilesOfOneNameAreRefused(String second) {
        byte[] zip = Forger.of().put(second, "<a/>").zip();
        byte[] twice = replaced(zip, "Doc_0/Document.xmm", "Doc_0/Document.xml");

        assertFault(verify(twice), DocumentFault.ZIP_TWICE);
    }

    @Test
    void aBombIsRefusedBeforeItIsUnpacked() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("OFD.xml"));
            byte[] megabyte = new byte[1 << 20];
            for (int i = 0; i < 80; i++) {
                zip.write(megabyte);
            }
        }

        assertFault(verify(bytes.toByteArray()), DocumentFault.TOO_LARGE);
    }

    @Test
    void moreEntriesThanADocumentHasAreRefused() {
        Forger forger = Forger.of();
        for (int i = 0; i <= OfdZip.MOST_ENTRIES; i++) {
            forger.put("f" + i, "");
        }

        assertFault(verify(forger.zip()), DocumentFault.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
        "<!DOCTYPE a SYSTEM \"http://192.0.2.1/x.dtd\"><a/>",
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"})
    void aDtdIsRefusedWhereverItStands(String xml) {
        assertFault(verify(Forger.of().put("OFD.xml", xml).zip()), DocumentFault.XML_DTD);
        assertFault(verify(Forger.of().put(Forger.PAGE, xml).sealed().zip()), DocumentFault.XML_DTD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a>&amp;&b;</a>", "<a", "<?xml version=\"1.0\" encoding=\"GBK\"?><a/>", ""})
    void xmlThatIsNotSoundIsRefused(String xml) {
        assertFault(verify(Forger.of().put("OFD.xml", xml).zip()), DocumentFault.XML_DAMAGED);
    }

    @Test
    void xmlNestedWithoutEndIsRefused() {
        assertFault(verify(Forger.of().put("OFD.xml", "<a>".repeat(5000)).zip()), DocumentFault.TOO_LARGE);
    }

    @Test
    void aDocumentWithoutASealIsRefused() {
        assertFault(verify(Forger.of().replace("OFD.xml", "ofd:Signatures>", "ofd:Other>").zip()), DocumentFault.NOT_SEALED);
    }

    @Test
    void aSecondSignatureIsRefused() {
        String list = "Doc_0/Signs/Signatures.xml";
        Forger forger = Forger.of().replace(list, "</ofd:Signatures>", "<ofd:Signature BaseLoc=\"/x\"/></ofd:Signatures>");

        assertFault(verify(forger.sealed().zip()), DocumentFault.SEALED_TWICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "PK\3\4", "hello", "<html/>"})
    void whatIsNoDocumentIsRefused(String text) {
        assertThat(verify(text.getBytes(StandardCharsets.ISO_8859_1)).result()).isEqualTo(Result.REFUSED);
    }

    @Property(tries = 400)
    void anyDamageIsAnsweredNeverThrown(@ForAll Random random) {
        byte[] changed = Arrays.copyOf(Forger.genuine(), 1 + random.nextInt(Forger.genuine().length));
        for (int i = random.nextInt(6); i > 0; i--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
        }
        assertThat(OpinionVerification.verify(changed, BASIS).failures()).isNotEmpty().doesNotContain(DocumentFault.VERIFIER_STOPPED.code());
    }

    @Property(tries = 200)
    void anyXmlIsAnsweredNeverThrown(@ForAll byte[] bytes, @ForAll Random random) {
        Forger forger = Forger.of();
        List<String> names = new ArrayList<>(forger.files.keySet());
        String name = names.get(random.nextInt(names.size()));
        byte[] content = forger.files.get(name).clone();
        System.arraycopy(bytes, 0, content, random.nextInt(content.length), 0);
        content[random.nextInt(content.length)] = (byte) random.nextInt();
        forger.files.put(name, random.nextBoolean() ? bytes : content);

        assertThat(OpinionVerification.verify(forger.zip(), BASIS).failures()).doesNotContain(DocumentFault.VERIFIER_STOPPED.code());
    }

    /** A byte between the last entry and the directory, with the end record put right. */
    private static byte[] between(byte[] zip) {
        ByteBuffer file = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int directory = file.getInt(zip.length - 6);
        byte[] longer = new byte[zip.length + 1];
        System.arraycopy(zip, 0, longer, 0, directory);
        System.arraycopy(zip, directory, longer, directory + 1, zip.length - directory);
        ByteBuffer.wrap(longer).order(ByteOrder.LITTLE_ENDIAN).putInt(longer.length - 6, directory + 1);
        return longer;
    }

    private static byte[] replaced(byte[] zip, String name, String by) {
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        return text.replace(name, by).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static DocumentVerdict verify(byte[] file) {
        return OpinionVerification.verify(file, BASIS);
    }

    private static void assertFault(DocumentVerdict verdict, DocumentFault fault) {
        assertThat(verdict.failures()).containsExactly(fault.code());
        assertThat(verdict.exitCode()).isEqualTo(1);
    }
}
