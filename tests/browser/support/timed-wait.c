/* Waits twice a tenth of a second, as much of a browser does: until a time of day. Says how many milliseconds passed. */
#define _GNU_SOURCE
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <sys/time.h>
#include <time.h>

static struct timespec soon(void) {
  struct timeval now;
  gettimeofday(&now, NULL);
  long end = now.tv_usec + 100000;
  return (struct timespec){now.tv_sec + end / 1000000, end % 1000000 * 1000};
}

int main(void) {
  struct timespec begun, ended, until;
  pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
  pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
  sem_t semaphore;
  sem_init(&semaphore, 0, 0);
  clock_gettime(CLOCK_MONOTONIC, &begun);
  pthread_mutex_lock(&mutex);
  until = soon();
  while (pthread_cond_timedwait(&condition, &mutex, &until) == 0) continue;
  until = soon();
  while (sem_timedwait(&semaphore, &until) == 0) continue;
  clock_gettime(CLOCK_MONOTONIC, &ended);
  printf("%ld\n", (ended.tv_sec - begun.tv_sec) * 1000 + (ended.tv_nsec - begun.tv_nsec) / 1000000);
  return 0;
}
