package io.github.milvusspring.test.autoconfigure.library;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Library {

}
