package io.jinqiao.opinion.verify;

import static io.jinqiao.opinion.verify.RawZip.DEFLATED;
import static io.jinqiao.opinion.verify.RawZip.DESCRIBED;
import static io.jinqiao.opinion.verify.RawZip.STORED;
import static io.jinqiao.opinion.verify.RawZip.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.opinion.DocumentFault;
import io.jinqiao.opinion.verify.RawZip.Written;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field of a ZIP that two readers might take in two ways, one at a time; the word says which rule noticed. */
class OfdZipTest {
    private static final byte[] NONE = {};
    private static final byte[] TEXT = "a page, a page, a page and a page".getBytes(StandardCharsets.UTF_8);

    // --- what is read
    @Test
    void readsStoredDeflatedAndDescribedFilesInTheirOrderAndNoFolders() throws BadFile {
        Written zip = new RawZip().stored("d/", "").stored("d/one.xml", "1").deflated("d/two.xml", TEXT)
                .entry("三", UTF_8 | DESCRIBED, DEFLATED, TEXT, RawZip.packed(TEXT), NONE, NONE).stored("empty", "").written();

        assertThat(OfdZip.read(zip.bytes())).containsOnlyKeys("d/one.xml", "d/two.xml", "三", "empty")
                .containsEntry("d/two.xml", TEXT).containsEntry("三", TEXT)
                .containsEntry("d/one.xml", new byte[] {'1'}).containsEntry("empty", NONE);
        assertThat(OfdZip.read(zip.bytes()).keySet()).containsExactly("d/one.xml", "d/two.xml", "三", "empty");
    }

    @Test
    void readsAPackageOfNothing() throws BadFile {
        assertThat(OfdZip.read(new RawZip().written().bytes())).isEmpty();
    }

    // --- bounds
    @Test
    void readsNothingThatIsLargerThanAFileMayBe() {
        assertRefused(new byte[OfdZip.LARGEST_FILE + 1], DocumentFault.TOO_LARGE, "20971520 bytes");
        assertRefused(new byte[OfdZip.LARGEST_FILE], DocumentFault.ZIP_DAMAGED, "end");
    }

    @Test
    void unpacksSixtyFourMebibytesAndNoByteMore() throws BadFile {
        byte[] half = new byte[OfdZip.LARGEST_CONTENT / 2];
        assertThat(OfdZip.read(new RawZip().deflated("a", half).deflated("b", half).written().bytes())).hasSize(2);
        assertRefused(new RawZip().deflated("a", half).deflated("b", half).stored("c", "1").written().bytes(),
                DocumentFault.TOO_LARGE, "67108864 bytes");
    }

    @Test
    void readsFiveHundredEntriesAndNotOneMore() throws BadFile {
        RawZip zip = new RawZip();
        for (int i = 0; i < OfdZip.MOST_ENTRIES; i++) {
            zip.stored("f" + i, "");
        }
        assertThat(OfdZip.read(zip.written().bytes())).hasSize(500);
        assertRefused(zip.stored("more", "").written().bytes(), DocumentFault.TOO_LARGE, "501 entries");
    }

    // --- the end record
    @ParameterizedTest
    @CsvSource({"0, 5, end", "4, 1, end", "6, 1, end", "8, 1, end", "10, 1, end", "20, 1, end", "12, 1, directory", "16, 1, directory"})
    void aFieldOfTheEndRecordThatIsNotTrueIsRefused(int field, int value, String word) {
        Written zip = ordinary();

        assertDamaged(zip.with2(zip.end() + field, value), word);
    }

    @Test
    void aDirectoryOfNegativeSizeOrPlaceIsRefused() {
        Written zip = ordinary();

        assertDamaged(zip.with4(zip.end() + 12, -1).with4(zip.end() + 16, zip.end() + 1), "directory");
        assertDamaged(zip.with4(zip.end() + 12, zip.end() + 1).with4(zip.end() + 16, -1), "directory");
    }

    @Test
    void aFileThatIsShorterThanAnEndRecordIsRefused() {
        byte[] empty = new RawZip().written().bytes();

        assertRefused(Arrays.copyOfRange(empty, 1, 22), DocumentFault.ZIP_DAMAGED, "end");
        assertRefused(NONE, DocumentFault.ZIP_DAMAGED, "end");
    }

    // --- the directory
    @ParameterizedTest
    @CsvSource({
        "0, 0x0000, directory", "32, 1, directory", "34, 1, directory", "36, 1, directory", "38, 1, directory", "6, 21, directory",
        "4, 19, directory", "4, 0x0a14, directory", "8, 0x01, flags", "8, 0x10, flags", "8, 0x2000, flags", "10, 9, flags",
        "10, 1, flags", "28, 0x7fff, name", "30, 0x7fff, extra"})
    void aFieldOfTheDirectoryThatNobodyNeedsIsRefused(int field, String value, String word) {
        Written zip = ordinary();

        assertDamaged(zip.with2(zip.central().get(0) + field, Integer.decode(value)), word);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 24, 42})
    void aNegativeSizeOrPlaceIsRefused(int field) {
        Written zip = ordinary();

        assertDamaged(zip.with4(zip.central().get(0) + field, -1), "sizes");
    }

    @Test
    void theMakersOfZipsThatAreKnownAreReadOthersAreNot() throws BadFile {
        Written zip = ordinary();
        int head = zip.central().get(0);
        assertThat(OfdZip.read(zip.with2(head + 4, 0x031e).with2(head + 36, 1).with4(head + 38, 0x81a40000).bytes())).hasSize(2);
        assertThat(OfdZip.read(zip.with2(head + 4, 19).with4(head + 38, 0x10).bytes())).hasSize(2);
        assertDamaged(zip.with2(head + 4, 0x0a14).with4(head + 38, 0x10), "directory");
        assertDamaged(zip.with2(head + 4, 0x031e).with2(head + 36, 2), "directory");
        assertDamaged(zip.with2(head + 4, 0x031e).with2(head + 6, 21), "directory");
    }

    @Test
    void aDirectoryThatNamesMoreOrFewerEntriesThanTheEndRecordIsRefused() {
        Written two = ordinary();
        assertDamaged(two.with2(two.end() + 8, 3).with2(two.end() + 10, 3), "directory");
        assertDamaged(two.with2(two.end() + 8, 1).with2(two.end() + 10, 1), "gap");
        Written once = new RawZip().stored("a", "1").written();
        byte[] named = insert(once.bytes(), once.end(), Arrays.copyOfRange(once.bytes(), once.central().get(0), once.end()));
        Written twice = new Written(named, once.local(), once.central(), once.end() + 47);
        assertDamaged(twice.with4(twice.end() + 12, 94), "gap");
    }

    @Test
    void whatStandsBetweenTheEntriesIsRefused() {
        assertDamaged(new RawZip().loose(1).stored("a", "1").written(), "gap");
        assertDamaged(new RawZip().stored("a", "1").loose(1).stored("b", "1").written(), "gap");
        assertDamaged(new RawZip().stored("a", "1").loose(1).written(), "gap");
    }

    @Test
    void anEntryThatBeginsWhereNoHeaderHasRoomIsRefused() {
        Written zip = ordinary();
        int start = zip.bytes().length - 10;
        int first = zip.central().get(0);
        byte[] swallowed = Arrays.copyOfRange(zip.bytes(), 31, start);
        Written longer = zip.with4(first + 20, swallowed.length).with4(first + 24, swallowed.length).with4(zip.central().get(1) + 42, start);
        longer = longer.with4(18, swallowed.length).with4(22, swallowed.length);

        assertThat(refused(longer.bytes()).fault()).isEqualTo(DocumentFault.ZIP_DAMAGED);
        assertThat(catchThrowableOfType(BadFile.class, () -> head(zip, 0).local(file(zip), start))).hasMessage("document.zip_damaged");
        ZipEntryHead late = new ZipEntryHead("a", 0, 0, 0, 0, 0, 0, start, -1, java.util.Map.of());
        assertThat(catchThrowableOfType(BadFile.class, () -> late.local(file(zip), start)).arguments()).containsExactly("gap");
    }

    // --- the local header says the same
    @ParameterizedTest
    @CsvSource({
        "0, 0, local header", "4, 10, local header", "6, 2, local header", "8, 8, local header", "10, 1, local header", "14, 1, sizes",
        "18, 2, sizes", "22, 2, sizes", "26, 0x7fff, name", "28, 0x7fff, extra", "30, 0x6262, local name"})
    void aLocalHeaderThatSaysSomethingElseIsRefused(int field, String value, String word) {
        Written zip = new RawZip().stored("ab", "1").written();

        assertDamaged(zip.with2(zip.local().get(0) + field, Integer.decode(value)), word);
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18, 22})
    void whatADescriptorSaysLaterMayOnlyBeZeroBefore(int field) throws BadFile {
        Written zip = described();
        Written same = zip.with4(14, zip.get4(zip.central().get(0) + 16)).with4(18, zip.get4(zip.central().get(0) + 20))
                .with4(22, TEXT.length);

        assertThat(OfdZip.read(same.bytes())).containsEntry("a", TEXT);
        assertDamaged(zip.with4(field, 7), "sizes");
        assertDamaged(same.with4(field, 0), "sizes");
    }

    @Test
    void zerosInTheLocalHeaderWithoutADescriptorAreRefused() {
        Written zip = ordinary();

        assertDamaged(zip.with4(14, 0).with4(18, 0).with4(22, 0), "sizes");
    }

    @ParameterizedTest
    @CsvSource({"0, descriptor", "4, sizes", "8, sizes", "12, sizes"})
    void aDescriptorThatSaysSomethingElseIsRefused(int field, String word) {
        Written zip = described();
        int descriptor = zip.central().get(0) - 16;

        assertDamaged(zip.with4(descriptor + field, 9), word);
        assertDamaged(zip.with4(descriptor + field, 0), word);
    }

    @Test
    void anEntryLongerThanTheFileIsRefused() {
        Written zip = new RawZip().stored("a", "1").written();
        int rest = zip.bytes().length - 31;
        Written whole = zip.with4(18, rest).with4(22, rest).with4(zip.central().get(0) + 20, rest).with4(zip.central().get(0) + 24, rest);
        assertDamaged(whole, "a");
        int more = rest + 1;
        assertDamaged(whole.with4(18, more).with4(22, more).with4(zip.central().get(0) + 20, more)
                .with4(zip.central().get(0) + 24, more), "sizes");
        Written described = described();
        int all = described.bytes().length - 31;
        assertDamaged(described.with4(described.central().get(0) + 20, all - 8), "descriptor");
    }

    // --- extra fields
    @ParameterizedTest
    @ValueSource(strings = {"", "55540000", "5554020001 02", "5554010007 757801000a", "0a000000", "feca0000"})
    void extraFieldsOfTimesAndOwnersAreRead(String hex) throws BadFile {
        assertThat(OfdZip.read(new RawZip().withExtra(hex(hex), hex(hex)).written().bytes())).containsKey("e");
    }

    @Test
    void aTimeOfAccessMayStandInTheLocalHeaderOnly() throws BadFile {
        assertThat(OfdZip.read(new RawZip().withExtra(hex("55540300010203"), hex("5554010001")).written().bytes())).containsKey("e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01000000", "75700000", "555400", "5554020001", "5554000055540000", "55540000ff"})
    void anExtraFieldThatIsUnknownDamagedOrThereTwiceIsRefused(String hex) {
        assertDamaged(new RawZip().withExtra(hex(hex), hex(hex)).written(), "extra");
        assertDamaged(new RawZip().withExtra(hex(hex), NONE).written(), "extra");
    }

    @Test
    void extraFieldsThatDifferBetweenTheTwoHeadersAreRefused() {
        assertDamaged(new RawZip().withExtra(hex("5554010001"), NONE).written(), "extra");
        assertDamaged(new RawZip().withExtra(NONE, hex("5554010001")).written(), "extra");
        assertDamaged(new RawZip().withExtra(hex("5554010001"), hex("5554010002")).written(), "extra");
        assertDamaged(new RawZip().withExtra(hex("555401000175780100 01"), hex("555401000175780100 02")).written(), "extra");
    }

    // --- names
    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a\u001fb", "a\u007fb", "a\\b", "a:b", "a*b", "a?b", "/a", "a//b", ".", "..", "a/./b", "a/../b", " a", "a /b", "a//"})
    void aNameThatSystemsReadInTwoWaysIsRefused(String name) {
        assertThat(refused(new RawZip().stored(name, "").written().bytes()).fault()).isEqualTo(DocumentFault.ZIP_NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a.b", "...", "a/b/c", "a~", "a!"})
    void aPlainNameIsRead(String name) throws BadFile {
        assertThat(OfdZip.read(new RawZip().stored(name, "").written().bytes())).containsKey(name);
    }

    @Test
    void aNameHasTwoHundredCharactersAtMostAndSixtyAreShown() throws BadFile {
        String longest = "n".repeat(200);
        assertThat(OfdZip.read(new RawZip().stored(longest, "").written().bytes())).containsKey(longest);
        assertRefused(new RawZip().stored(longest + "n", "").written().bytes(), DocumentFault.ZIP_NAME, "n".repeat(60));
        assertRefused(new RawZip().stored("a\u0001b", "").written().bytes(), DocumentFault.ZIP_NAME, "a?b");
        assertRefused(new RawZip().stored("a/../b", "").written().bytes(), DocumentFault.ZIP_NAME, "a/../b");
    }

    @Test
    void aNameOutsideAsciiSaysThatItIsUtf8AndIs() throws BadFile {
        byte[] c1 = "\u0080".getBytes(StandardCharsets.UTF_8);
        assertDamaged(new RawZip().entry(c1, 0, STORED, NONE, NONE, NONE, NONE).written(), "name");
        assertThat(OfdZip.read(new RawZip().entry(c1, UTF_8, STORED, NONE, NONE, NONE, NONE).written().bytes())).hasSize(1);
        assertRefused(new RawZip().entry(new byte[] {(byte) 0xff}, UTF_8, STORED, NONE, NONE, NONE, NONE).written().bytes(),
                DocumentFault.ZIP_NAME, "UTF-8");
    }

    @Test
    void twoNamesThatDifferInTheirLettersSizeOnlyAreRefused() {
        assertRefused(new RawZip().stored("a", "").stored("A", "").written().bytes(), DocumentFault.ZIP_TWICE, "A");
    }

    // --- folders
    @Test
    void foldersAreNamedNotAtAllOrEachThatLeadsToAFile() throws BadFile {
        RawZip zip = new RawZip().stored("a", "").stored("d/", "").stored("d/e/", "").stored("d/e/f", "").stored("d/g", "");

        assertThat(OfdZip.read(zip.written().bytes())).containsOnlyKeys("a", "d/e/f", "d/g");
        assertRefused(zip.stored("h/", "").written().bytes(), DocumentFault.ZIP_FOLDER, "h/");
    }

    @Test
    void aFolderThatWasAddedIsRefused() {
        assertRefused(new RawZip().stored("a", "").stored("empty/", "").written().bytes(), DocumentFault.ZIP_FOLDER, "empty/");
        assertRefused(new RawZip().stored("d/e/f", "").stored("d/", "").written().bytes(), DocumentFault.ZIP_FOLDER, "d/");
        assertRefused(new RawZip().stored("d/e/f", "").stored("d/e/", "").written().bytes(), DocumentFault.ZIP_FOLDER, "d/e/");
        assertRefused(new RawZip().stored("d", "").stored("d/", "").written().bytes(), DocumentFault.ZIP_FOLDER, "d/");
        assertRefused(new RawZip().stored("n".repeat(70) + "/", "").written().bytes(), DocumentFault.ZIP_FOLDER, "n".repeat(60));
    }

    // --- contents
    @Test
    void aFolderThatHoldsBytesIsRefused() {
        assertDamaged(new RawZip().stored("d/", "1").written(), "folder");
    }

    @Test
    void contentOfAnotherChecksumIsRefused() {
        Written zip = new RawZip().stored("a", "1").written();

        assertDamaged(zip.with4(14, 1).with4(zip.central().get(0) + 16, 1), "a");
    }

    @Test
    void packedBytesThatAreNotExactlyTheContentAreRefused() {
        byte[] packed = RawZip.packed(TEXT);
        assertDamaged(deflated(TEXT, Arrays.copyOf(packed, packed.length + 1)), "sizes");
        assertDamaged(deflated(TEXT, Arrays.copyOf(packed, packed.length - 1)), "sizes");
        assertDamaged(deflated(Arrays.copyOf(TEXT, TEXT.length - 1), packed), "sizes");
        assertDamaged(deflated(Arrays.copyOf(TEXT, TEXT.length + 1), packed), "sizes");
        assertDamaged(deflated(NONE, packed), "sizes");
        assertDamaged(deflated(TEXT, NONE), "sizes");
        assertDamaged(deflated(TEXT, new byte[] {7}), "sizes");
        assertDamaged(new RawZip().entry("a", 0, STORED, TEXT, Arrays.copyOf(TEXT, TEXT.length + 1), NONE, NONE).written(), "sizes");
    }

    @Test
    void bitsBehindThePackedDataAreZero() throws BadFile {
        byte[] nothing = {3, 0};
        assertThat(OfdZip.read(deflated(NONE, nothing).bytes())).containsEntry("a", NONE);
        for (int bit = 0x04; bit <= 0x80; bit <<= 1) {
            assertDamaged(deflated(NONE, new byte[] {3, (byte) bit}), "unused bits");
        }
    }

    /** Behind codes that are not all zero, as long texts end with. */
    @Test
    void bitsBehindOtherBitsAreZeroToo() {
        int noticed = 0;
        for (int length = 400; length < 440; length++) {
            byte[] content = new byte[length];
            for (int i = 0; i < length; i++) {
                content[i] = (byte) ('a' + i * i * 31 % 7 + i % 5);
            }
            byte[] packed = RawZip.packed(content);
            int last = packed[packed.length - 1];
            if (last > 0) {
                packed[packed.length - 1] |= (byte) 0x80;
                noticed += refused(deflated(content, packed).bytes()).arguments()[0].equals("unused bits") ? 1 : 0;
            }
        }
        assertThat(noticed).isPositive();
    }

    private static Written ordinary() {
        return new RawZip().stored("a", "1").deflated("b", TEXT).written();
    }

    private static Written described() {
        return new RawZip().entry("a", DESCRIBED, DEFLATED, TEXT, RawZip.packed(TEXT), NONE, NONE).written();
    }

    private static Written deflated(byte[] content, byte[] packed) {
        return new RawZip().entry("a", 0, DEFLATED, content, packed, NONE, NONE).written();
    }

    private static ZipEntryHead head(Written zip, int entry) throws BadFile {
        return ZipEntryHead.central(file(zip).position(zip.central().get(entry)));
    }

    private static java.nio.ByteBuffer file(Written zip) {
        return java.nio.ByteBuffer.wrap(zip.bytes()).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] insert(byte[] bytes, int at, byte[] more) {
        byte[] longer = new byte[bytes.length + more.length];
        System.arraycopy(bytes, 0, longer, 0, at);
        System.arraycopy(more, 0, longer, at, more.length);
        System.arraycopy(bytes, at, longer, at + more.length, bytes.length - at);
        return longer;
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static BadFile refused(byte[] file) {
        BadFile bad = catchThrowableOfType(BadFile.class, () -> OfdZip.read(file));
        assertThat(bad).isNotNull();
        return bad;
    }

    private static void assertRefused(byte[] file, DocumentFault fault, String word) {
        BadFile bad = refused(file);
        assertThat(bad.fault()).isEqualTo(fault);
        assertThat(bad.arguments()).containsExactly(word);
    }

    private static void assertDamaged(Written zip, String word) {
        assertRefused(zip.bytes(), DocumentFault.ZIP_DAMAGED, word);
    }
}
