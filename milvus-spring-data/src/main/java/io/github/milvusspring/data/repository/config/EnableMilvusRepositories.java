package io.github.milvusspring.data.repository.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.milvusspring.data.repository.support.MilvusRepositoryFactoryBean;

import org.springframework.beans.factory.support.BeanNameGenerator;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Import;
import org.springframework.data.repository.config.DefaultRepositoryBaseClass;
import org.springframework.data.repository.query.QueryLookupStrategy.Key;

/**
 * Finds and registers the Milvus repositories of some packages.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Import(MilvusRepositoriesRegistrar.class)
public @interface EnableMilvusRepositories {

	/**
	 * The packages to scan, as {@link #basePackages()}.
	 * @return the packages, by default that of the annotated class
	 */
	String[] value() default {};

	/**
	 * The packages to scan.
	 * @return the packages, by default that of the annotated class
	 */
	String[] basePackages() default {};

	/**
	 * Classes whose packages are scanned.
	 * @return the classes
	 */
	Class<?>[] basePackageClasses() default {};

	/**
	 * Which types are repositories besides those found by default.
	 * @return the filters
	 */
	Filter[] includeFilters() default {};

	/**
	 * Which types are no repositories.
	 * @return the filters
	 */
	Filter[] excludeFilters() default {};

	/**
	 * The end of the names of classes with custom methods.
	 * @return the postfix
	 */
	String repositoryImplementationPostfix() default "Impl";

	/**
	 * Where named queries are.
	 * @return the location
	 */
	String namedQueriesLocation() default "";

	/**
	 * How queries are found.
	 * @return the strategy
	 */
	Key queryLookupStrategy() default Key.CREATE_IF_NOT_FOUND;

	/**
	 * What makes each repository.
	 * @return the factory bean
	 */
	Class<?> repositoryFactoryBeanClass() default MilvusRepositoryFactoryBean.class;

	/**
	 * What implements the methods that every repository has.
	 * @return the base class
	 */
	Class<?> repositoryBaseClass() default DefaultRepositoryBaseClass.class;

	/**
	 * How the beans are named.
	 * @return the name generator
	 */
	Class<? extends BeanNameGenerator> nameGenerator() default BeanNameGenerator.class;

	/**
	 * Whether repositories within other classes are found.
	 * @return {@code true} to find them
	 */
	boolean considerNestedRepositories() default false;

	/**
	 * The name of the {@code MilvusOperations} bean that does the work.
	 * @return the name of the bean
	 */
	String milvusOperationsRef() default "milvusTemplate";

}
