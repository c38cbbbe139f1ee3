package io.jinqiao.opinion;

import io.jinqiao.message.PartnerId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What stands on the opinions of this centre, and what seals them.
 *
 * @param centre full name, on the letterhead and the seal; the default is a placeholder
 * @param sealPurpose line below the star
 * @param sealKey alias of the key that signs PDF files when no {@link SealDevice} is present
 * @param statementPurpose line below the star of the seal on statements, which is another one than that of approvals
 * @param statementKey alias of the key that signs statements when no {@link SealDevice} is present
 * @param ofdSealKey alias of the SM2 key that uses the electronic seal when no {@link Sm2SealDevice} is present
 * @param pdfSm2 whether PDF files are signed with the SM2 key of OFD files instead of {@code sealKey}; few readers know SM2
 * @param formats files made of each opinion: {@code pdf}, {@code ofd}; the first one is sent to the bank unless {@code bankFormats} says
 *     otherwise
 * @param timeStamp whether an RFC 3161 time-stamp goes into the seal of an OFD file
 * @param certifiedProduct reference of the approval of the module behind {@code sealKey} as a cryptographic product; blank: every
 *     document is marked as a demonstration
 * @param verification address that the QR code leads to
 * @param bankTitles how a bank is addressed, by partner id; one that is missing is addressed by the Chinese title of its folder
 * @param bankFormats which of {@code formats} a bank is sent, by partner id
 */
@ConfigurationProperties("jinqiao.opinion")
public record OpinionSettings(
        @DefaultValue("示范市住房公积金中心") String centre,
        @DefaultValue("贷款审批专用章") String sealPurpose,
        @DefaultValue("centre-seal-rsa") String sealKey,
        @DefaultValue("委贷手续费结算专用章") String statementPurpose,
        @DefaultValue("centre-seal-fee-rsa") String statementKey,
        @DefaultValue("centre-seal-sm2") String ofdSealKey,
        @DefaultValue("false") boolean pdfSm2,
        @DefaultValue("pdf") List<Format> formats,
        @DefaultValue("false") boolean timeStamp,
        @DefaultValue("") String certifiedProduct,
        @DefaultValue("http://127.0.0.1:8080/console/opinions/verify") String verification,
        @DefaultValue Map<String, String> bankTitles,
        @DefaultValue Map<String, Format> bankFormats) {

    public enum Format {
        PDF,
        OFD
    }

    public OpinionSettings {
        formats = List.copyOf(formats);
        if (formats.isEmpty()) {
            throw new IllegalArgumentException("jinqiao.opinion.formats: pdf, ofd, or both");
        }
        if (!formats.containsAll(bankFormats.values())) {
            throw new IllegalArgumentException("jinqiao.opinion.bank-formats: only what jinqiao.opinion.formats makes can be sent");
        }
    }

    /** What is made of each opinion, beginning with what the bank is sent. */
    List<Format> formatsFor(PartnerId bank) {
        Format sent = bankFormats.getOrDefault(bank.value(), formats.get(0));
        return formats.stream().sorted(Comparator.comparing(format -> format != sent)).toList();
    }
}
