package io.jinqiao.console.pages;

import io.jinqiao.console.Needs;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Addresses of the console nobody serves are refused on a page like every other; the assets are files and not asked for here. */
@Controller
@Needs({})
class NoSuchPage {
    @GetMapping("/console/{place:(?!assets$).+}/**")
    String nothing() {
        throw new Refusal(FailureCode.RESOURCE_UNKNOWN);
    }
}
