package io.jinqiao.workbench.simulate;

/** How a simulator comes to its wire, said in every report it appears in. */
public enum Build {
    OWN("自有实现：不用网关的映射、编解码和签名", "own implementation: nothing of the gateway's mapping, codec or signing"),
    MIRRORED("网关引擎反向：自身的错误会互相抵消，不能发现", "the engine in reverse: a fault of the engine would mirror itself and stay unseen");

    private final String chinese;
    private final String english;

    Build(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String words() {
        return chinese + " / " + english;
    }
}
