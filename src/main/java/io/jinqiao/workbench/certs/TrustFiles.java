package io.jinqiao.workbench.certs;

import io.jinqiao.signing.CertificateFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Whom somebody trusts who checks a document: files named on the command line. */
public final class TrustFiles {
    private TrustFiles() {}

    /** Whether the folder is the one of development, whose roots alone are meant. */
    public static boolean development(Path folder) {
        return folder.toAbsolutePath().getFileName().toString().equals("certs-dev");
    }

    public static List<X509Certificate> anchors(Path folder) throws IOException {
        List<X509Certificate> anchors = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, development(folder) ? "dev-root-*.crt.pem" : "*.pem")) {
            for (Path file : files) {
                anchors.addAll(CertificateFiles.certificates(Files.readAllBytes(file)));
            }
        }
        return anchors;
    }

    public static List<X509CRL> revocationLists(List<Path> files) throws IOException {
        List<X509CRL> all = new ArrayList<>();
        for (Path file : files) {
            all.addAll(CertificateFiles.revocationLists(Files.readAllBytes(file)));
        }
        return all;
    }
}
