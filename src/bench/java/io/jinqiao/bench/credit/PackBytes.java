package io.jinqiao.bench.credit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Cipher;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Compresses and encrypts (SM4, CBC) what is in a folder's compressed files, the text held in memory in pieces so that no disk is in the figure. The argument is
 * the folder.
 */
public final class PackBytes {
    private static final int PIECE = 64 << 20;

    private PackBytes() {}

    public static void main(String[] args) throws IOException, GeneralSecurityException {
        long bytes = 0;
        long nanos = 0;
        for (Path file : files(Path.of(args[0]))) {
            try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)), 1 << 16)) {
                for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                    long from = System.nanoTime();
                    pack(piece);
                    nanos += System.nanoTime() - from;
                    bytes += piece.length;
                }
            }
        }
        System.out.println("took " + bytes + " " + nanos / 1_000_000);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static void pack(byte[] piece) throws IOException, GeneralSecurityException {
        Cipher sm4 = Cipher.getInstance("SM4/CBC/PKCS5Padding", new BouncyCastleProvider());
        sm4.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(new byte[16], "SM4"), new IvParameterSpec(new byte[16]));
        try (OutputStream out = new GZIPOutputStream(new CipherOutputStream(OutputStream.nullOutputStream(), sm4), 1 << 16)) {
            out.write(piece);
        }
    }
}
