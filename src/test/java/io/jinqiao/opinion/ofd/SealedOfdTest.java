package io.jinqiao.opinion.ofd;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.ApprovedLoan;
import io.jinqiao.opinion.Approvals;
import io.jinqiao.opinion.seal.ElectronicSeal;
import io.jinqiao.opinion.seal.SealUse;
import io.jinqiao.opinion.ses.Octets;
import io.jinqiao.opinion.ses.Seal;
import io.jinqiao.opinion.ses.SealedValue;
import io.jinqiao.opinion.ses.SesPeople;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SealedOfdTest {
    private static final byte[] FILE = SealedOfds.ordinary();

    @Test
    void laysTheFilesOutAsTheStandardDoes() throws Exception {
        OfdReader ofd = new OfdReader(FILE);

        assertThat(ofd.files().keySet())
                .containsExactlyInAnyOrder(
                        "OFD.xml",
                        "Doc_0/Document.xml",
                        "Doc_0/PublicRes.xml",
                        "Doc_0/Res/font_1.ttf",
                        "Doc_0/Pages/Page_0/Content.xml",
                        "Doc_0/Signs/Signatures.xml",
                        "Doc_0/Signs/Sign_0/Signature.xml",
                        "Doc_0/Signs/Sign_0/SignedValue.dat",
                        "Doc_0/Signs/Sign_0/Seal.esl");
        assertThat(OfdReader.text(ofd.xml("OFD.xml"), "DocRoot")).isEqualTo("Doc_0/Document.xml");
        assertThat(OfdReader.text(ofd.xml("OFD.xml"), "Signatures")).isEqualTo("Doc_0/Signs/Signatures.xml");
        assertThat(OfdReader.all(ofd.xml("Doc_0/Signs/Signatures.xml"), "Signature").get(0).getAttribute("Type"))
                .isEqualTo("Seal");
    }

    @Test
    void protectsEveryFileOfThePackageOnce() throws Exception {
        OfdReader ofd = new OfdReader(FILE);
        Map<String, String> said = new LinkedHashMap<>();
        for (Element reference : OfdReader.all(signature(ofd), "Reference")) {
            assertThat(said.put(reference.getAttribute("FileRef"), reference.getTextContent())).isNull();
        }

        Set<String> expected = new TreeSet<>();
        ofd.files().keySet().forEach(path -> expected.add("/" + path));
        expected.remove("/Doc_0/Signs/Sign_0/Signature.xml");
        expected.remove("/Doc_0/Signs/Sign_0/SignedValue.dat");
        assertThat(said.keySet()).containsExactlyInAnyOrderElementsOf(expected);
        said.forEach((path, value) -> assertThat(Base64.getDecoder().decode(value))
                .isEqualTo(SignatureFiles.sm3(ofd.files().get(path.substring(1)))));
    }

    @Test
    void bindsTheSealToTheDescriptionOfTheSignature() throws Exception {
        OfdReader ofd = new OfdReader(FILE);
        SealedValue value = value(ofd);

        assertThat(value.toSign().dataHash())
                .isEqualTo(Octets.of(SignatureFiles.sm3(ofd.files().get("Doc_0/Signs/Sign_0/Signature.xml"))));
        assertThat(value.toSign().propertyInfo()).isEqualTo("/Doc_0/Signs/Sign_0/Signature.xml");
        assertThat(value.toSign().time()).isEqualTo(SealedOfds.AT);
        assertThat(value.toSign().seal()).isEqualTo(Seal.decode(ofd.files().get("Doc_0/Signs/Sign_0/Seal.esl")));
        assertThat(verifies(value)).isTrue();
    }

    @Test
    void saysEveryWordOfTheForm() throws Exception {
        assertThat(new OfdReader(FILE).words())
                .contains("何雨桐", "欧阳若兰", "¥600,000.00", "人民币陆拾万元整", "等额本息", "2.60%", "2026年11月23日");
    }

    @Test
    void embedsTheGlyphsOfRareNames() throws Exception {
        ApprovedLoan loan = Approvals.of(
                "SP1", 1, List.of(Approvals.borrower("䶮㛃堃喆〇𩧢𠅤")), Approvals.CONDITIONS, "600000.00");
        OfdReader ofd = new OfdReader(SealedOfds.sealed(loan, SealedOfds.use()));

        java.awt.Font font = java.awt.Font.createFont(
                java.awt.Font.TRUETYPE_FONT,
                new java.io.ByteArrayInputStream(ofd.files().get("Doc_0/Res/font_1.ttf")));
        assertThat(font.canDisplayUpTo("䶮㛃堃喆〇𩧢𠅤")).isEqualTo(-1);
        assertThat(font.canDisplayUpTo("鑫")).isZero();
        assertThat(ofd.words()).contains("䶮㛃堃喆〇𩧢𠅤");
    }

    @Test
    void escapesWhatXmlWouldReadAsMarkup() throws Exception {
        ApprovedLoan loan = Approvals.of(
                "SP1", 1, List.of(Approvals.borrower("A<B & \"C\">")), List.of("甲 & 乙；"), "600000.00");

        assertThat(new OfdReader(SealedOfds.sealed(loan, SealedOfds.use())).words()).contains("A<B & \"C\">", "甲 & 乙；");
    }

    @Test
    void putsTheSealOverTheDateAndAcrossThePages() throws Exception {
        List<Element> one = OfdReader.all(signature(new OfdReader(FILE)), "StampAnnot");
        List<Element> two = OfdReader.all(signature(new OfdReader(SealedOfds.ofTwoPages())), "StampAnnot");

        assertThat(one).hasSize(1).allMatch(stamp -> !stamp.hasAttribute("Clip"));
        assertThat(two).hasSize(3);
        double[] left = OfdReader.numbers(two.get(1).getAttribute("Clip"));
        double[] right = OfdReader.numbers(two.get(2).getAttribute("Clip"));
        assertThat(left[0] + left[2]).isEqualTo(right[0]);
        assertThat(left[2] + right[2]).isEqualTo(42);
        assertThat(two.get(1).getAttribute("PageRef")).isNotEqualTo(two.get(2).getAttribute("PageRef"));
    }

    @Test
    void carriesATimeStampOverTheSignatureWhenAskedTo() throws Exception {
        List<byte[]> asked = new ArrayList<>();
        SealUse stamped = new ElectronicSeal(SealedOfds.seal(), SesPeople.SIGNER, digest -> {
            asked.add(digest);
            return new byte[] {0x30, 0};
        });
        SealedValue value = value(new OfdReader(SealedOfds.sealed(Approvals.ordinary(), stamped)));

        assertThat(value.timeStamp()).isEqualTo(Octets.of(new byte[] {0x30, 0}));
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0))
                .isEqualTo(io.jinqiao.message.Digest.of(value.signature().bytes()).bytes());
    }

    @Test
    void writesTheSameBytesFromSeveralThreadsAtOnce() throws Exception {
        List<byte[]> files = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(new Thread(() -> {
                for (int n = 0; n < 5; n++) {
                    files.add(SealedOfds.sealed(Approvals.ordinary(), new NoKey()));
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(files).hasSize(20);
        assertThat(files.stream().filter(file -> !Arrays.equals(file, files.get(0))).count()).isZero();
    }

    /** Hands back what it was given: SM2 signatures have chance in them. */
    private record NoKey() implements SealUse {
        @Override
        public byte[] data() {
            return new byte[] {1};
        }

        @Override
        public byte[] signature(byte[] dataHash, String description, Instant at) {
            return dataHash;
        }
    }

    private static Document signature(OfdReader ofd) throws java.io.IOException {
        return ofd.xml("Doc_0/Signs/Sign_0/Signature.xml");
    }

    private static SealedValue value(OfdReader ofd) throws Exception {
        return SealedValue.decode(ofd.files().get("Doc_0/Signs/Sign_0/SignedValue.dat"));
    }

    private static boolean verifies(SealedValue value) throws Exception {
        java.security.Signature check =
                java.security.Signature.getInstance("SM3withSM2", new org.bouncycastle.jce.provider.BouncyCastleProvider());
        check.initVerify(SesPeople.SIGNER.certificate().getPublicKey());
        check.update(value.toSign().encoded());
        return check.verify(value.signature().bytes());
    }
}
