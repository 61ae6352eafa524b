package io.github.milvusspring.autoconfigure.library;

import java.util.List;

import io.github.milvusspring.data.repository.MilvusRepository;

public interface BookRepository extends MilvusRepository<Book, Long> {

	List<Book> findByTitle(String title);

}
