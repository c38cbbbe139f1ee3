package io.jinqiao.house.twin;

public class TwinHouse {}
