package io.jinqiao.opinion.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.opinion.DocumentFault;
import io.jinqiao.opinion.DocumentVerdict;
import io.jinqiao.opinion.DocumentVerdict.Finding;
import io.jinqiao.opinion.DocumentVerdict.Outcome;
import io.jinqiao.opinion.IssuedOpinion.Standing;
import io.jinqiao.opinion.OpinionRecord;
import io.jinqiao.opinion.OpinionVerification;
import io.jinqiao.opinion.VerificationStep;
import io.jinqiao.opinion.ses.SesKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an OFD package says its parts are, and what of its XML is read at all. */
class OfdDocumentTest {
    private static final String LIST = "Doc_0/Signs/Signatures.xml";
    private static final String DOCUMENT = "Doc_0/Document.xml";
    private static final String RESOURCES = "Doc_0/PublicRes.xml";

    @Test
    void readsWhatTheSignatureSays() throws BadFile {
        OfdDocument document = OfdDocument.read(Forger.genuine());

        assertThat(document.signaturePath()).isEqualTo(Forger.SIGNATURE);
        assertThat(document.valuePath()).isEqualTo(Forger.VALUE);
        assertThat(document.sealPath()).isEqualTo(Forger.SEAL);
        assertThat(document.signatureMethod()).isEqualTo(SesKey.SM2_SM3);
        assertThat(document.checkMethod()).isEqualTo("1.2.156.10197.1.401");
        assertThat(document.references()).extracting(OfdDocument.Reference::path).contains("OFD.xml", Forger.PAGE, Forger.SEAL);
        assertThat(document.text()).contains("编号：SP202611230000017");
    }

    @Test
    void aPlaceWithoutASlashIsBesideTheFileThatNamesIt() throws BadFile {
        Forger forger = Forger.of()
                .replace(LIST, "BaseLoc=\"/Doc_0/Signs/Sign_0/", "BaseLoc=\"Sign_0/")
                .replace(Forger.SIGNATURE, "/" + Forger.VALUE, "SignedValue.dat")
                .replace(Forger.SIGNATURE, "<ofd:BaseLoc>/" + Forger.SEAL, "<ofd:BaseLoc>Seal.esl")
                .replace("OFD.xml", "Doc_0/Document.xml", "/Doc_0/Document.xml");
        OfdDocument document = OfdDocument.read(forger.zip());

        assertThat(document.signaturePath()).isEqualTo(Forger.SIGNATURE);
        assertThat(document.valuePath()).isEqualTo(Forger.VALUE);
        assertThat(document.sealPath()).isEqualTo(Forger.SEAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../x", "/../x", "Sign_0/../x", "/"})
    void aPlaceThatLeadsElsewhereIsRefused(String place) {
        assertBad(Forger.of().replace(LIST, "/" + Forger.SIGNATURE, place), DocumentFault.ZIP_NAME, null);
    }

    @ParameterizedTest
    @CsvSource({
        "OFD.xml, DocBody, DocBody", "OFD.xml, DocRoot, DocRoot", "Doc_0/Document.xml, Pages, Pages",
        "Doc_0/Signs/Sign_0/Signature.xml, SignedInfo, SignedInfo", "Doc_0/Signs/Sign_0/Signature.xml, References, References",
        "Doc_0/Signs/Sign_0/Signature.xml, SignedValue, SignedValue", "Doc_0/Signs/Sign_0/Signature.xml, CheckValue, CheckValue",
        "Doc_0/Signs/Sign_0/Signature.xml, SignatureMethod, SignatureMethod"})
    void aPartThatMustBeThereOnceIsThere(String file, String element, String named) {
        assertBad(Forger.of().replace(file, "ofd:" + element, "ofd:Other"), DocumentFault.LAYOUT, named);
        String once = new String(Forger.of().files.get(file), StandardCharsets.UTF_8);
        String end = "</ofd:" + element + ">";
        String part = once.substring(once.indexOf("<ofd:" + element), once.indexOf(end) + end.length());
        assertBad(Forger.of().put(file, once.replace(part, part + part)), DocumentFault.LAYOUT, named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OFD.xml", "Doc_0/Document.xml", "Doc_0/Signs/Signatures.xml", "Doc_0/Signs/Sign_0/Signature.xml",
        "Doc_0/Pages/Page_0/Content.xml"})
    void aFileThatIsNamedButNotThereIsRefused(String file) {
        Forger forger = Forger.of();
        forger.files.remove(file);

        assertBad(forger, DocumentFault.LAYOUT, file);
    }

    @Test
    void aListOfNoSignaturesIsNoSeal() {
        assertBad(Forger.of().replace(LIST, "<ofd:Signature ", "<ofd:Other "), DocumentFault.NOT_SEALED, null);
        assertBad(Forger.of().replace(LIST, "</ofd:Signatures>", "<ofd:Signature BaseLoc=\"/x\"/></ofd:Signatures>"),
                DocumentFault.SEALED_TWICE, null);
    }

    @Test
    void aSealedValueThatIsNotThereIsTold() {
        Forger forger = Forger.of();
        forger.files.remove(Forger.VALUE);
        DocumentVerdict verdict = OpinionVerification.verify(forger.zip(), Bases.full());

        assertThat(verdict.with(Outcome.FAILED))
                .containsExactly(Finding.failed(VerificationStep.SIGNED_DATA, DocumentFault.LAYOUT, Forger.VALUE));
        assertThat(verdict.findings()).contains(Finding.notChecked(VerificationStep.SIGNATURE, DocumentFault.NEEDS_EARLIER));
        assertThat(verdict.findings()).extracting(Finding::step).isSorted().containsOnlyOnceElementsOf(List.of(VerificationStep.values()));
    }

    @Test
    void aSealedValueOfAnotherVersionOfTheStandardIsTold() throws Exception {
        Forger forger = Forger.of();
        byte[] value = forger.files.get(Forger.VALUE);
        int version = new String(value, StandardCharsets.ISO_8859_1).indexOf("\2\1\4");
        value[version + 2] = 5;

        assertThat(OpinionVerification.verify(forger.zip(), Bases.full()).failures()).containsExactly("document.value_version");
    }

    @Test
    void aCheckValueThatIsNoBase64IsAnotherDigest() throws BadFile {
        Forger forger = Forger.of();
        String text = new String(forger.files.get(Forger.SIGNATURE), StandardCharsets.UTF_8);
        OfdDocument bad = OfdDocument.read(forger.put(Forger.SIGNATURE, text.replaceFirst("CheckValue>[^<]+<", "CheckValue>*<")).zip());

        assertThat(OfdSteps.digests(bad)).extracting(Finding::code).containsExactly(DocumentFault.DIGEST_DIFFERS.code());
    }

    @Test
    void aMethodNobodyKnowsIsShownShortAndPlain() throws BadFile {
        String name = "M" + "x".repeat(80);
        OfdDocument bad = OfdDocument.read(Forger.of().replace(Forger.SIGNATURE, "\"1.2.156.10197.1.401\"", "\"" + name + "\"").zip());

        assertThat(OfdSteps.digests(bad)).containsExactly(
                Finding.failed(VerificationStep.DIGESTS, DocumentFault.CHECK_METHOD, name.substring(0, 60)));
        assertThat(OfdSteps.shown("a\nb")).isEqualTo("a?b");
        assertThat(OfdSteps.shown("")).isEmpty();
    }

    // --- XML
    @Test
    void everyXmlFileIsReadForWhatCouldDefineSomething() {
        assertBad(Forger.of().put(RESOURCES, "<!DOCTYPE a><a/>"), DocumentFault.XML_DTD, RESOURCES);
        assertBad(Forger.of().put(RESOURCES, "<a><!ENTITY b></a>"), DocumentFault.XML_DTD, RESOURCES);
        Forger latin = Forger.of();
        latin.files.put(RESOURCES, new byte[] {'<', 'a', '/', '>', (byte) 0xe9});
        assertBad(latin, DocumentFault.XML_DAMAGED, RESOURCES);
    }

    @Test
    void aFileThatIsNoXmlIsNotReadAsSuch() throws BadFile {
        assertThat(OfdDocument.read(Forger.of().put("Doc_0/note.txt", "<!DOCTYPE a>").zip()).files()).containsKey("Doc_0/note.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<?xml version=\"1.0\" encoding=\"utf-8\"?><a>x</a>", "\ufeff<a>x</a>", "<a><![CDATA[x]]></a>",
        "<a><!-- y --><?z z?>x</a>", "<b:a xmlns:b=\"urn:b\"> x\n</b:a>", "<a>&#120;</a>"})
    void aTextIsReadHoweverItIsWritten(String xml) throws BadFile {
        XmlNode node = XmlNode.read("f", xml.getBytes(StandardCharsets.UTF_8));

        assertThat(node.name()).isEqualTo("a");
        assertThat(node.text()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<?xml version=\"1.0\" encoding=\"GBK\"?><a/>", "<a>&b;</a>", "<a", "", "<a/><b/>", "<a b='1' b='2'/>", "text"})
    void whatIsNotSoundIsRefused(String xml) {
        assertThat(bad(xml).fault()).isEqualTo(DocumentFault.XML_DAMAGED);
        assertThat(bad(xml).arguments()).containsExactly("f");
    }

    @Test
    void elementsNestSixtyFourTimesAtMost() throws BadFile {
        String inside = "<a>".repeat(64) + "</a>".repeat(64);

        assertThat(XmlNode.read("f", inside.getBytes(StandardCharsets.UTF_8)).all("a")).hasSize(63);
        assertThat(bad("<a>" + inside + "</a>").fault()).isEqualTo(DocumentFault.TOO_LARGE);
    }

    @Test
    void aFileHasTwoHundredThousandElementsAtMost() throws BadFile {
        String most = "<a>" + "<b/>".repeat(199_999);

        assertThat(XmlNode.read("f", (most + "</a>").getBytes(StandardCharsets.UTF_8)).children("b")).hasSize(199_999);
        assertThat(bad(most + "<b/></a>").fault()).isEqualTo(DocumentFault.TOO_LARGE);
    }

    @Test
    void elementsAreFoundByTheirNamesInTheirOrder() throws BadFile {
        XmlNode node = XmlNode.read("f", "<a c='1'><b>1</b><d><b>2</b></d><b>3</b><e>4</e></a>".getBytes(StandardCharsets.UTF_8));

        assertThat(node.all("b")).extracting(XmlNode::text).containsExactly("1", "2", "3");
        assertThat(node.children("b")).extracting(XmlNode::text).containsExactly("1", "3");
        assertThat(node.child("d")).isPresent();
        assertThat(node.child("x")).isEmpty();
        assertThat(node.childText("e")).contains("4");
        assertThat(node.childText("b")).as("one of two").isEmpty();
        assertThat(node.childText("x")).isEmpty();
        assertThat(node.attribute("c")).isEqualTo("1");
        assertThat(node.attribute("x")).isEmpty();
    }

    // --- findings
    @Test
    void aHundredFindingsAreEnough() {
        Findings findings = new Findings();
        for (int i = 0; i < 150; i++) {
            findings.add(Finding.failed(VerificationStep.DIGESTS, DocumentFault.DIGEST_DIFFERS, "f" + i));
        }
        DocumentVerdict verdict = findings.verdict("ofd", null);

        assertThat(verdict.failures()).hasSize(100);
        assertThat(verdict.findings()).extracting(Finding::step).contains(VerificationStep.STANDING);
    }

    @Test
    void aDocumentWithoutANumberHasNoRecord() {
        OpinionRecord record = Bases.record(io.jinqiao.opinion.Approvals.ordinary(), Standing.IN_FORCE);
        DocumentVerdict verdict = new Findings().business(PrintedTerms.of(""), Bases.with(record), new byte[0]).verdict("ofd", null);

        assertThat(verdict.failures()).containsExactly("document.number_missing");
        assertThat(verdict.findings()).contains(Finding.notChecked(VerificationStep.STANDING, DocumentFault.NEEDS_RECORD));
    }

    private static BadFile bad(String xml) {
        BadFile bad = catchThrowableOfType(BadFile.class, () -> XmlNode.read("f", xml.getBytes(StandardCharsets.UTF_8)));
        assertThat(bad).isNotNull();
        return bad;
    }

    private static void assertBad(Forger forger, DocumentFault fault, @org.jspecify.annotations.Nullable String named) {
        BadFile bad = catchThrowableOfType(BadFile.class, () -> OfdDocument.read(forger.zip()));
        assertThat(bad).isNotNull();
        assertThat(bad.fault()).isEqualTo(fault);
        if (named != null) {
            assertThat(bad.arguments()).containsExactly(named);
        }
    }
}
