package io.jinqiao.workbench.certs;

import io.jinqiao.signing.CertificateFiles;
import io.jinqiao.signing.CryptoProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/** The generated files of {@code certs-dev}. A file is there whole or not at all. */
final class CertsFolder {
    private static final String STATE = ".generated";

    private final Path folder;

    CertsFolder(Path folder) {
        this.folder = folder;
    }

    Path keyStore(String alias) {
        return folder.resolve(alias + ".p12");
    }

    Path certificate(String alias) {
        return folder.resolve(alias + ".crt.pem");
    }

    Path list(String authority) {
        return folder.resolve(authority + ".crl.pem");
    }

    Path token(String name) {
        return folder.resolve(name + ".token");
    }

    Path sshKey(String name) {
        return folder.resolve(name + ".ssh.pem");
    }

    Path trustStore() {
        return folder.resolve("trust-tls.p12");
    }

    Path passwordFile() {
        return folder.resolve("password");
    }

    boolean has(String alias) {
        return Files.isRegularFile(keyStore(alias)) && Files.isRegularFile(certificate(alias));
    }

    String password() throws IOException {
        return secret(passwordFile());
    }

    /** One line of randomness, made when it is not there. */
    String secret(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            write(file, (HexFormat.of().formatHex(random) + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        return Files.readString(file).strip();
    }

    X509Certificate read(String alias) throws IOException {
        return CertificateFiles.certificate(Files.readAllBytes(certificate(alias)));
    }

    X509CRL readList(String authority) throws IOException {
        return CertificateFiles.revocationLists(Files.readAllBytes(list(authority))).get(0);
    }

    Issued readKey(String alias) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12", CryptoProvider.bouncyCastle());
        try (InputStream in = Files.newInputStream(keyStore(alias))) {
            store.load(in, password().toCharArray());
        }
        List<X509Certificate> chain = Arrays.stream(store.getCertificateChain(alias))
                .map(X509Certificate.class::cast)
                .toList();
        return new Issued((PrivateKey) store.getKey(alias, password().toCharArray()), chain);
    }

    void write(String alias, Issued issued) throws IOException, GeneralSecurityException {
        write(keyStore(alias), Pkcs12.of(alias, issued, password().toCharArray()));
        write(certificate(alias), pem("CERTIFICATE", CertificateFiles.der(issued.certificate())));
    }

    void write(String authority, X509CRL list) throws IOException, GeneralSecurityException {
        write(list(authority), pem("X509 CRL", list.getEncoded()));
    }

    /** @param roots in the JDK's own form, for servers that want a file */
    void writeTrust(List<X509Certificate> roots) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (int i = 0; i < roots.size(); i++) {
            store.setCertificateEntry("root-" + i, roots.get(i));
        }
        write(trustStore(), bytes(store, password().toCharArray()));
    }

    /** The key for SFTP of this name, made when it is not there. */
    SshKey ssh(String name) throws IOException {
        Path file = sshKey(name);
        if (!Files.exists(file)) {
            write(file, pem("PRIVATE KEY", KeyPairs.make(CertsFile.KeyKind.RSA).getPrivate().getEncoded()));
        }
        return SshKey.read(file);
    }

    Properties state() throws IOException {
        Properties state = new Properties();
        Path file = folder.resolve(STATE);
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                state.load(in);
            }
        }
        return state;
    }

    void state(Properties state) throws IOException {
        StringWriter out = new StringWriter();
        state.store(out, null);
        // without the comment that carries the hour: the same state is the same file
        String lines = out.toString().lines().filter(line -> !line.startsWith("#")).sorted().collect(Collectors.joining("\n", "", "\n"));
        write(folder.resolve(STATE), lines.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] bytes(KeyStore store, char[] password) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password);
        return out.toByteArray();
    }

    private static byte[] pem(String kind, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return ("-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void write(Path file, byte[] bytes) throws IOException {
        Path half = Files.createTempFile(folder, ".half", null); // readable by its owner only
        try (OutputStream out = Files.newOutputStream(half)) {
            out.write(bytes);
        }
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
