@org.springframework.modulith.ApplicationModule(allowedDependencies = {"delivery"})
package io.jinqiao.house.twin.flow;
