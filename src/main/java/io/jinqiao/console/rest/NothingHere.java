package io.jinqiao.console.rest;

import io.jinqiao.console.Needs;
import io.jinqiao.console.Problems;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Addresses nobody serves, and served ones asked in another way, are refused in the same form as everything else. */
@Hidden
@RestController
@Needs({})
class NothingHere {
    private static final List<MediaType> DOCUMENTS = List.of(
            MediaType.parseMediaType(VerificationAddresses.OFD), MediaType.APPLICATION_PDF, MediaType.APPLICATION_OCTET_STREAM);

    private final ObjectProvider<RequestMappingHandlerMapping> served;

    NothingHere(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> served) {
        this.served = served;
    }

    @RequestMapping("/api/v1/**")
    ResponseEntity<ProblemDetail> nothing(HttpServletRequest request, Locale locale) {
        List<String> methods = served.getObject().getHandlerMethods().keySet().stream()
                .filter(address -> isAt(address, request))
                .flatMap(address -> address.getMethodsCondition().getMethods().stream())
                .map(Enum::name)
                .distinct()
                .sorted()
                .toList();
        if (methods.isEmpty()) {
            throw new Refusal(FailureCode.RESOURCE_UNKNOWN);
        }
        return onlyBy(String.join(", ", methods), locale);
    }

    private static ResponseEntity<ProblemDetail> onlyBy(String allowed, Locale locale) {
        ProblemDetail detail = Problems.of(new Refusal(FailureCode.METHOD_WRONG, allowed), locale);
        return ResponseEntity.status(detail.getStatus())
                .header(HttpHeaders.ALLOW, allowed)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private static boolean isAt(RequestMappingInfo address, HttpServletRequest request) {
        return address.getPathPatternsCondition() != null
                && address.getPathPatternsCondition().getMatchingCondition(request) != null;
    }

    /** What is neither posted nor a document; without this, "verify" would be taken for the number of an opinion. */
    @RequestMapping(VerificationAddresses.PATH)
    ResponseEntity<ProblemDetail> notVerified(HttpServletRequest request, Locale locale) throws HttpMediaTypeNotSupportedException {
        String post = HttpMethod.POST.name();
        if (!request.getMethod().equals(post)) {
            return onlyBy(post, locale);
        }
        throw new HttpMediaTypeNotSupportedException((MediaType) null, DOCUMENTS);
    }
}
