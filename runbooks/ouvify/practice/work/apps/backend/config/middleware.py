class TenantMiddleware:
    """Sets request.client from the host's subdomain."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.client = Client.objects.from_host(request.get_host())
        return self.get_response(request)
