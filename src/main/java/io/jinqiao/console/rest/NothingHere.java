package io.jinqiao.console.rest;

import io.jinqiao.console.Needs;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Addresses nobody serves are refused in the same form as everything else. */
@Hidden
@RestController
@Needs({})
class NothingHere {
    @RequestMapping("/api/v1/**")
    void nothing() {
        throw new Refusal(FailureCode.RESOURCE_UNKNOWN);
    }
}
