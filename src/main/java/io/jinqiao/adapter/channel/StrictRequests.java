package io.jinqiao.adapter.channel;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 with nothing forgiven: what two readers could cut into different requests is no request (RFC 9112, 6.3 and 11.2). Both lengths at
 * once, a length twice, an unknown transfer coding, a wrong chunk and a bare line feed are such things.
 */
final class StrictRequests extends HttpRequestDecoder {

    StrictRequests(int longestLine, int largestHeader, int largestChunk) {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(longestLine)
                .setMaxHeaderSize(largestHeader)
                .setMaxChunkSize(largestChunk)
                .setAllowDuplicateContentLengths(false)
                .setStrictLineParsing(true)
                .setUseRfc9112TransferEncoding(true)
                .setValidateHeaders(true));
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("both a content length and a transfer coding");
    }

    /** What to answer a part that is no good HTTP; null when it is good. */
    static @Nullable HttpResponseStatus fault(HttpObject part) {
        Throwable cause = part.decoderResult().cause();
        if (part instanceof HttpRequest head) {
            return cause == null ? faultOfHead(head) : faultOf(cause);
        }
        return cause == null ? null : HttpResponseStatus.BAD_REQUEST;
    }

    private static HttpResponseStatus faultOf(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return HttpResponseStatus.REQUEST_URI_TOO_LONG;
        }
        return cause instanceof TooLongFrameException
                ? HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
                : HttpResponseStatus.BAD_REQUEST;
    }

    private static @Nullable HttpResponseStatus faultOfHead(HttpRequest head) {
        HttpVersion version = head.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
            return HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED;
        }
        List<String> codings = head.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        boolean coded = codings.isEmpty()
                || version.equals(HttpVersion.HTTP_1_1) && codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked");
        boolean addressed = head.headers().getAll(HttpHeaderNames.HOST).size() == 1;
        return coded && addressed ? null : HttpResponseStatus.BAD_REQUEST;
    }
}
