package io.jinqiao.opinion.verify;

import io.jinqiao.opinion.ofd.SealedOfds;
import io.jinqiao.opinion.ses.Octets;
import io.jinqiao.opinion.ses.Seal;
import io.jinqiao.opinion.ses.SealedValue;
import io.jinqiao.opinion.ses.SesKey;
import io.jinqiao.opinion.ses.SesPeople;
import io.jinqiao.opinion.ses.ToSign;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Takes a sealed package apart and puts it together again, with whatever somebody might try. */
final class Forger {
    static final String SIGNATURE = "Doc_0/Signs/Sign_0/Signature.xml";
    static final String VALUE = "Doc_0/Signs/Sign_0/SignedValue.dat";
    static final String SEAL = "Doc_0/Signs/Sign_0/Seal.esl";
    static final String PAGE = "Doc_0/Pages/Page_0/Content.xml";
    private static final LocalDateTime WRITTEN = LocalDateTime.of(2026, 11, 28, 10, 0);
    private static final byte[] GENUINE = SealedOfds.ordinary();

    final Map<String, byte[]> files = new LinkedHashMap<>();
    final List<String> moreReferences = new ArrayList<>();
    Seal seal = SealedOfds.seal();
    SesKey signer = SesPeople.SIGNER;
    Instant at = SesPeople.SEALED;
    String method = SesKey.SM2_SM3;
    String checkMethod = "1.2.156.10197.1.401";
    String propertyInfo = "/" + SIGNATURE;

    private Forger() {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(GENUINE))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Forger of() {
        return new Forger();
    }

    static byte[] genuine() {
        return GENUINE.clone();
    }

    /** Changes a file without sealing anew. */
    Forger put(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Forger replace(String path, String old, String by) {
        String text = new String(files.get(path), StandardCharsets.UTF_8);
        if (!text.contains(old)) {
            throw new IllegalStateException("not there: " + old);
        }
        return put(path, text.replace(old, by));
    }

    /** Seals what is in the package now. */
    Forger sealed() {
        files.put(SEAL, seal.encoded());
        files.remove(SIGNATURE);
        files.remove(VALUE);
        StringBuilder xml = new StringBuilder("<ofd:Signature xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:SignedInfo>"
                + "<ofd:Provider ProviderName=\"test\"/><ofd:SignatureMethod>" + method + "</ofd:SignatureMethod>"
                + "<ofd:References CheckMethod=\"" + checkMethod + "\">");
        List<String> paths = new ArrayList<>(files.keySet());
        paths.addAll(moreReferences);
        for (String path : paths) {
            byte[] digest = Digests.sm3(files.getOrDefault(path, new byte[0]));
            xml.append("<ofd:Reference FileRef=\"/").append(path).append("\"><ofd:CheckValue>")
                    .append(Base64.getEncoder().encodeToString(digest)).append("</ofd:CheckValue></ofd:Reference>");
        }
        xml.append("</ofd:References><ofd:Seal><ofd:BaseLoc>/" + SEAL + "</ofd:BaseLoc></ofd:Seal></ofd:SignedInfo>"
                + "<ofd:SignedValue>/" + VALUE + "</ofd:SignedValue></ofd:Signature>");
        put(SIGNATURE, xml.toString());
        return signed();
    }

    /** Signs the Signature.xml that is in the package now. */
    Forger signed() {
        Octets hash = Octets.of(Digests.sm3(files.get(SIGNATURE)));
        value(SealedValue.made(new ToSign(seal, at, hash, propertyInfo, List.of()), signer));
        return this;
    }

    Forger value(SealedValue value) {
        files.put(VALUE, value.encoded());
        return this;
    }

    byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(WRITTEN); // the same files give the same bytes
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
