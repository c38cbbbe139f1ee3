package io.jinqiao.console;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds {@link Needs} against the roles of whoever asks. Fails closed. */
final class NeedsInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getPackageName().startsWith(NeedsInterceptor.class.getPackageName())) {
            check(method, request);
        }
        return true;
    }

    private static void check(HandlerMethod method, HttpServletRequest request) {
        Needs needs = needs(method);
        if (needs == null) {
            throw new Refusal(FailureCode.ROLE_FORBIDS, "-");
        }
        if (needs.value().length > 0) {
            actor(request).require(needs.value());
        }
    }

    private static @Nullable Needs needs(HandlerMethod method) {
        Needs own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Needs.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Needs.class);
    }

    private static Actor actor(HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof org.springframework.security.core.Authentication who
                && who.getPrincipal() instanceof Actor actor) {
            return actor;
        }
        throw new Refusal(FailureCode.NOT_AUTHENTICATED);
    }
}
