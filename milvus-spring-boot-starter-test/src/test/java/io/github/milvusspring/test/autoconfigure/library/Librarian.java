package io.github.milvusspring.test.autoconfigure.library;

import org.springframework.stereotype.Service;

@Service
public class Librarian {

}
